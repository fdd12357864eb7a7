#include "tools/evaluate/measures.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

TEST(PearsonCorrelation, StraightLinesCorrelateFully) {
  EXPECT_DOUBLE_EQ(PearsonCorrelation({1, 2, 3}, {2, 4, 6}), 1.0);
  EXPECT_DOUBLE_EQ(PearsonCorrelation({1, 2, 3}, {6, 4, 2}), -1.0);
}

TEST(PearsonCorrelation, KnownValue) {
  // By hand: covariance 2.5, variances 5 and 2.
  EXPECT_NEAR(PearsonCorrelation({1, 2, 3, 4}, {1, 2, 1, 3}), 0.6742, 1e-4);
}

TEST(PearsonCorrelation, ConstantOrEmptyListsDoNotCorrelate) {
  EXPECT_EQ(PearsonCorrelation({1, 1, 1}, {1, 2, 3}), 0);
  EXPECT_EQ(PearsonCorrelation({}, {}), 0);
}

TEST(SpearmanCorrelation, OnlyTheOrderCounts) {
  EXPECT_DOUBLE_EQ(SpearmanCorrelation({1, 10, 100}, {1, 2, 3}), 1.0);
}

TEST(SpearmanCorrelation, TiesShareTheirMeanRank) {
  EXPECT_NEAR(SpearmanCorrelation({1, 1, 2}, {1, 2, 3}), 0.8660, 1e-4);
}

TEST(MatchCounts, SharesAreOfFoundAndOfGold) {
  const MatchCounts c{.right = 3, .found = 4, .gold = 6};
  EXPECT_DOUBLE_EQ(c.precision(), 0.75);
  EXPECT_DOUBLE_EQ(c.recall(), 0.5);
  EXPECT_DOUBLE_EQ(c.f1(), 0.6);
}

TEST(MatchCounts, NothingFoundIsNoDivisionByZero) {
  EXPECT_EQ(MatchCounts{}.f1(), 0);
}

TEST(MatchCounts, AddsUp) {
  MatchCounts sum{.right = 1, .found = 2, .gold = 3};
  sum += MatchCounts{.right = 1, .found = 1, .gold = 1};
  EXPECT_EQ(sum.right, 2);
  EXPECT_EQ(sum.found, 3);
  EXPECT_EQ(sum.gold, 4);
}

}  // namespace
}  // namespace rashomon
