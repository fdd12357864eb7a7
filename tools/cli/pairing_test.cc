#include "tools/cli/pairing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <utility>

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using Scores = std::vector<std::vector<double>>;

// A score of 0 or less means: not the same event.
std::vector<ArticlePair> Pair(const Scores& scores) {
  std::vector<ArticlePair> all;
  for (std::size_t l = 0; l < scores.size(); ++l) {
    for (std::size_t r = 0; r < scores[0].size(); ++r) all.push_back({l, r});
  }
  return PairArticles(all, [&](ArticlePair p) {
    const double score = scores[p.left][p.right];
    return score > 0 ? std::optional<double>(score) : std::nullopt;
  });
}

TEST(PairArticles, TakesTheBestFirstAndEachOnce) {
  EXPECT_THAT(Pair({{0.5, 0.9}, {0.4, 0.8}}),
              ElementsAre(ArticlePair{0, 1}, ArticlePair{1, 0}));
}

TEST(PairArticles, LeavesAloneWhatHasNoPartner) {
  EXPECT_THAT(Pair({{0, 0}, {0.7, 0}}), ElementsAre(ArticlePair{1, 0}));
}

TEST(PairArticles, ExchangingTheSidesMirrorsTiesToo) {
  const Scores scores = {{0.5, 0.5, 0.5}, {0.5, 0.5, 0.2}};
  Scores mirrored(3, std::vector<double>(2));
  for (std::size_t l = 0; l < 2; ++l) {
    for (std::size_t r = 0; r < 3; ++r) mirrored[r][l] = scores[l][r];
  }
  EXPECT_THAT(Pair(scores), ElementsAre(ArticlePair{0, 0}, ArticlePair{1, 1}));
  EXPECT_THAT(Pair(mirrored),
              ElementsAre(ArticlePair{0, 0}, ArticlePair{1, 1}));
}

// One rare stem for each article, the same for `i` on either side.
std::vector<TermVector> Heads(std::size_t articles) {
  std::vector<TermVector> heads;
  for (std::uint32_t i = 0; i < articles; ++i) heads.push_back({{i, 1.0f}});
  return heads;
}

TEST(CandidatePairs, OfFewArticlesAllAre) {
  EXPECT_EQ(CandidatePairs(Heads(3), Heads(5)).size(), 15u);
}

TEST(CandidatePairs, OfManyArticlesThoseWithRareStemsInCommon) {
  const auto pairs = CandidatePairs(Heads(1000), Heads(1200));
  ASSERT_EQ(pairs.size(), 1000u);
  EXPECT_EQ(pairs[7], (ArticlePair{7, 7}));
}

TEST(CandidatePairs, AreBoundedByTheNumberOfArticles) {
  const std::vector<TermVector> same(1000, TermVector{{1, 1.0f}});
  EXPECT_LE(CandidatePairs(same, same).size(), 2000 * kCandidates);
}

TEST(CandidatePairs, ExchangingTheSidesMirrorsThem) {
  std::vector<TermVector> crowded(100, TermVector{{1, 1.0f}});
  std::vector<TermVector> few(50, TermVector{{1, 0.9f}});
  const auto pairs = CandidatePairs(crowded, few);
  auto mirrored = CandidatePairs(few, crowded);
  for (ArticlePair& p : mirrored) std::swap(p.left, p.right);
  EXPECT_THAT(mirrored, ::testing::UnorderedElementsAreArray(pairs));
}

}  // namespace
}  // namespace rashomon
