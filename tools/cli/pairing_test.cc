#include "tools/cli/pairing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using Scores = std::vector<std::vector<double>>;

// A score of 0 or less means: not the same event.
std::vector<ArticlePair> Pair(const Scores& scores) {
  return PairArticles(scores.size(), scores[0].size(),
                      [&](std::size_t l, std::size_t r) {
                        return scores[l][r] > 0
                                   ? std::optional<double>(scores[l][r])
                                   : std::nullopt;
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

}  // namespace
}  // namespace rashomon
