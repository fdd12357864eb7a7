#include "tools/review/agreement/cohen_kappa.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

std::vector<RatedPair> FromTable(
    const std::vector<std::vector<int>>& counts) {
  std::vector<RatedPair> rated;
  for (int i = 0; i < static_cast<int>(counts.size()); ++i) {
    for (int j = 0; j < static_cast<int>(counts.size()); ++j) {
      for (int n = 0; n < counts[i][j]; ++n) rated.push_back({i, j});
    }
  }
  return rated;
}

// SAS/STAT, PROC FREQ, "Cohen's kappa coefficient": two dermatologists, 88
// patients.
TEST(CohenKappaTest, GivesTheDermatologistsOfSas) {
  const Kappa k = *CohenKappa(FromTable(
      {{10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}}));
  EXPECT_EQ(k.items, 88);
  EXPECT_NEAR(k.kappa, 0.3449, 0.00005);
  EXPECT_NEAR(k.standard_error, 0.0724, 0.00005);
  EXPECT_NEAR(k.interval.low, 0.2030, 0.00005);
  EXPECT_NEAR(k.interval.high, 0.4868, 0.00005);
}

// Stata's manual, [R] kappa, example 1: two radiologists, 85 xeromammograms
// (Boyd and others, 1982).
TEST(CohenKappaTest, GivesTheRadiologistsOfStata) {
  const Kappa k = *CohenKappa(FromTable(
      {{21, 12, 0, 0}, {4, 17, 1, 0}, {3, 9, 15, 2}, {0, 0, 0, 1}}));
  EXPECT_NEAR(k.observed, 0.6353, 0.00005);
  EXPECT_NEAR(k.expected, 0.3082, 0.00005);
  EXPECT_NEAR(k.kappa, 0.4728, 0.00005);
}

TEST(CohenKappaTest, OneIsFullAgreementAndNoneIsBelowChance) {
  const Kappa full = *CohenKappa(FromTable({{5, 0}, {0, 7}}));
  EXPECT_DOUBLE_EQ(full.kappa, 1);
  EXPECT_NEAR(full.standard_error, 0, 1e-6);
  EXPECT_LT(CohenKappa(FromTable({{0, 5}, {5, 0}}))->kappa, 0);
}

TEST(CohenKappaTest, ExchangingTheReviewersChangesNothing) {
  const Kappa a = *CohenKappa(FromTable({{3, 5}, {1, 7}}));
  const Kappa b = *CohenKappa(FromTable({{3, 1}, {5, 7}}));
  EXPECT_DOUBLE_EQ(a.kappa, b.kappa);
  EXPECT_NEAR(a.standard_error, b.standard_error, 1e-12);
}

TEST(CohenKappaTest, IsNotDefinedWithoutItemsOrChoice) {
  EXPECT_FALSE(CohenKappa({}).has_value());
  EXPECT_FALSE(CohenKappa(FromTable({{9, 0}, {0, 0}})).has_value());
}

}  // namespace
}  // namespace rashomon
