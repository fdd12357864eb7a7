#include "engine/align/candidates.h"

#include <algorithm>
#include <map>
#include <random>
#include <utility>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr int kColumns = 30;

std::vector<Bag> RandomBags(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Bag> bags(count);
  for (Bag& bag : bags) {
    for (int column = 0; column < kColumns; ++column) {
      if (random() % 5 == 0) {
        bag.push_back({column, 0.1f + 0.01f * static_cast<float>(column)});
      }
    }
  }
  return bags;
}

using Pairs = std::map<std::pair<int, int>, double>;

// Every pair looked at, the best of each sentence kept.
void AddNaively(const std::vector<Bag>& here, const std::vector<Bag>& there,
                int keep, bool swap, Pairs* pairs) {
  for (std::size_t i = 0; i < here.size(); ++i) {
    std::vector<std::pair<double, int>> found;
    for (std::size_t j = 0; j < there.size(); ++j) {
      const double cosine = Dot(here[i], there[j]);
      if (cosine > 0) found.emplace_back(-cosine, static_cast<int>(j));
    }
    std::sort(found.begin(), found.end());
    if (std::ssize(found) > keep) found.resize(static_cast<std::size_t>(keep));
    for (const auto& [cosine, j] : found) {
      std::pair<int, int> pair(static_cast<int>(i), j);
      if (swap) std::swap(pair.first, pair.second);
      (*pairs)[pair] = -cosine;
    }
  }
}

TEST(CandidatePairsTest, AreTheBestOfEverySentence) {
  const std::vector<Bag> left = RandomBags(50, 1), right = RandomBags(35, 2);
  for (const int keep : {1, 3, 24, 100}) {
    CandidateOptions options;
    options.per_sentence = keep;
    Pairs naive;
    AddNaively(left, right, keep, false, &naive);
    AddNaively(right, left, keep, true, &naive);
    const auto pairs = CandidatePairs(left, right, kColumns, options);
    ASSERT_EQ(pairs.size(), naive.size());
    auto at = naive.begin();
    for (const CandidatePair& pair : pairs) {
      EXPECT_EQ(std::pair(pair.left, pair.right), at->first);
      EXPECT_EQ(pair.cosine, at->second);
      ++at;
    }
  }
}

TEST(CandidatePairsTest, WhereTooManySentencesShareWordsTheRareOnesCount) {
  // All have column 0; the first of either side column 1 as well.
  std::vector<Bag> bags(40, Bag{{0, 1.0f}});
  bags[0].push_back({1, 1.0f});
  CandidateOptions options;
  options.max_looked_at = 5;
  const auto pairs = CandidatePairs(bags, bags, kColumns, options);
  EXPECT_LE(pairs.size(), 2 * 5 * bags.size());
  ASSERT_FALSE(pairs.empty());
  EXPECT_EQ(std::pair(pairs[0].left, pairs[0].right), std::pair(0, 0));
}

TEST(CandidatePairsTest, NothingSharesNothing) {
  EXPECT_TRUE(CandidatePairs({}, {}, 0).empty());
  EXPECT_TRUE(CandidatePairs({Bag{}}, {Bag{}}, 3).empty());
}

}  // namespace
}  // namespace rashomon
