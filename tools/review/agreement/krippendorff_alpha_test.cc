#include "tools/review/agreement/krippendorff_alpha.h"

#include <gtest/gtest.h>

#include <string>

namespace rashomon {
namespace {

// Rows of observers, '.' for a missing value, to rows of items.
std::vector<std::vector<int>> FromObservers(
    const std::vector<std::string>& observers) {
  std::vector<std::vector<int>> items(observers[0].size());
  for (const std::string& observer : observers) {
    for (std::size_t i = 0; i < observer.size(); ++i) {
      if (observer[i] != '.') items[i].push_back(observer[i] - '0');
    }
  }
  return items;
}

// The three examples of K. Krippendorff, Computing Krippendorff's
// Alpha-Reliability (2011), sections A, B and C.
TEST(KrippendorffAlphaTest, GivesTheExampleOfTwoObserversAndTwoValues) {
  const Alpha a =
      *KrippendorffAlpha(FromObservers({"0100000010", "1110010000"}));
  EXPECT_EQ(a.items, 10);
  EXPECT_EQ(a.ratings, 20);
  EXPECT_NEAR(a.alpha, 0.095, 0.0005);
}

TEST(KrippendorffAlphaTest, GivesTheExampleOfTwoObserversAndFiveValues) {
  EXPECT_NEAR(
      KrippendorffAlpha(FromObservers({"001132224330", "101112224333"}))
          ->alpha,
      0.692, 0.0005);
}

TEST(KrippendorffAlphaTest, GivesTheExampleOfFourObserversWithMissingValues) {
  const Alpha a = *KrippendorffAlpha(FromObservers(
      {"123321412...", "1233224125.3", ".3332342251.", "12332441251."}));
  EXPECT_EQ(a.items, 11);    // the last unit has one value only
  EXPECT_EQ(a.ratings, 40);
  EXPECT_NEAR(a.alpha, 0.743, 0.0005);
}

TEST(KrippendorffAlphaTest, TheIntervalHoldsAlphaAndIsTheSameEveryTime) {
  const auto items = FromObservers({"123321412...", "1233224125.3",
                                    ".3332342251.", "12332441251."});
  const Alpha a = *KrippendorffAlpha(items);
  EXPECT_LT(a.interval.low, a.alpha);
  EXPECT_GT(a.interval.high, a.alpha);
  EXPECT_LE(a.interval.high, 1);
  EXPECT_EQ(a.interval.low, KrippendorffAlpha(items)->interval.low);
}

TEST(KrippendorffAlphaTest, OneIsFullAgreement) {
  EXPECT_DOUBLE_EQ(KrippendorffAlpha({{0, 0, 0}, {1, 1}})->alpha, 1);
}

TEST(KrippendorffAlphaTest, IsNotDefinedWithoutPairsOrChoice) {
  EXPECT_FALSE(KrippendorffAlpha({}).has_value());
  EXPECT_FALSE(KrippendorffAlpha({{0}, {1}, {}}).has_value());
  EXPECT_FALSE(KrippendorffAlpha({{2, 2}, {2, 2}}).has_value());
}

}  // namespace
}  // namespace rashomon
