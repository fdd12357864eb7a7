#include "engine/align/grouping.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

using Indices = std::vector<int>;

TEST(GroupPairsTest, CrossingPairsAreKept) {
  const auto groups = GroupPairs({{0, 1, 0.9}, {1, 0, 0.8}});
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].left, Indices{0});
  EXPECT_EQ(groups[0].right, Indices{1});
  EXPECT_DOUBLE_EQ(groups[0].confidence, 0.9);
  EXPECT_EQ(groups[1].right, Indices{0});
}

TEST(GroupPairsTest, OneSentenceOverTwoIsOneGroup) {
  const auto groups = GroupPairs({{2, 3, 0.9}, {2, 4, 0.7}});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].left, Indices{2});
  EXPECT_EQ(groups[0].right, (Indices{3, 4}));
  EXPECT_DOUBLE_EQ(groups[0].confidence, 0.8);
}

TEST(GroupPairsTest, AChainOfUnlikeSentencesIsNotOneGroup) {
  // 0-0 and 1-1 are sure; 1-0 is likely, but 0-1 is out of the question.
  const auto groups = GroupPairs({{0, 0, 0.95}, {1, 1, 0.95}, {1, 0, 0.06}},
                                 {.threshold = 0.5});
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].right, Indices{0});
  EXPECT_EQ(groups[1].right, Indices{1});
}

TEST(GroupPairsTest, PairsBelowTheThresholdAlignNothing) {
  EXPECT_TRUE(GroupPairs({{0, 0, 0.49}}).empty());
  EXPECT_TRUE(GroupPairs({}).empty());
}

TEST(GroupPairsTest, GroupsStayWithinTheirSize) {
  std::vector<ScoredPair> all;
  for (int i = 0; i < 10; ++i) {
    for (int j = 0; j < 10; ++j) all.push_back({i, j, 0.9});
  }
  Indices seen(10, 0);
  for (const AlignedGroup& g : GroupPairs(all, {.max_side = 3})) {
    EXPECT_LE(g.left.size(), 3u);
    EXPECT_LE(g.right.size(), 3u);
    for (const int i : g.left) ++seen[static_cast<std::size_t>(i)];
  }
  for (const int times : seen) EXPECT_LE(times, 1);
}

}  // namespace
}  // namespace rashomon
