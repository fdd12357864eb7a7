#include "engine/contrast/merge.h"

#include <utility>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

Evidence At(std::size_t begin, std::size_t end, std::string quote) {
  return {{Field::kText, begin, end}, std::move(quote), 0};
}

Divergence Flag(DivergenceKind kind, std::optional<Evidence> left,
                std::optional<Evidence> right, double confidence = 0.5) {
  Divergence d;
  d.kind = kind;
  d.left = std::move(left);
  d.right = std::move(right);
  d.weight = 2;
  d.confidence = confidence;
  d.rule = "rule";
  d.fingerprint = FingerprintOf(d);
  return d;
}

TEST(FingerprintTest, DoesNotDependOnTheSides) {
  const Divergence a = Flag(DivergenceKind::kCertainty, At(0, 5, "alleged"),
                            At(7, 9, "certain"));
  const Divergence b = Flag(DivergenceKind::kCertainty, At(7, 9, "certain"),
                            At(0, 5, "alleged"));
  EXPECT_EQ(a.fingerprint, b.fingerprint);
}

TEST(FingerprintTest, QuotesCountInNormalForm) {
  const Divergence a =
      Flag(DivergenceKind::kLoaded, At(0, 5, "A “Stinging” blow"), {});
  const Divergence b =
      Flag(DivergenceKind::kLoaded, At(0, 5, "a \"stinging\" blow"), {});
  const Divergence other =
      Flag(DivergenceKind::kLabel, At(0, 5, "a \"stinging\" blow"), {});
  EXPECT_EQ(a.fingerprint, b.fingerprint);
  EXPECT_NE(a.fingerprint, other.fingerprint);
}

TEST(AnchorTest, StaysWhenTheOtherSideIsReworded) {
  Article left, right;
  left.id = "l";
  right.id = "r";
  Divergence before =
      Flag(DivergenceKind::kLoaded, At(0, 5, "a stinging blow"), {});
  Divergence after =
      Flag(DivergenceKind::kLoaded, At(0, 5, "a crushing blow"), {});
  EXPECT_EQ(AnchorOf(before, left, right), AnchorOf(after, left, right));
  EXPECT_NE(before.fingerprint, after.fingerprint);
  Divergence mirrored = before;
  std::swap(mirrored.left, mirrored.right);
  EXPECT_EQ(AnchorOf(before, left, right), AnchorOf(mirrored, right, left));
}

TEST(SamePointTest, OverlapOnEverySideThatBothShow) {
  const Divergence both = Flag(DivergenceKind::kCertainty, At(0, 10, "a"),
                               At(0, 10, "b"));
  EXPECT_TRUE(SamePoint(
      both, Flag(DivergenceKind::kLoaded, At(2, 8, "c"), std::nullopt)));
  EXPECT_FALSE(SamePoint(both, Flag(DivergenceKind::kLoaded, At(2, 8, "c"),
                                    At(20, 30, "d"))));
  EXPECT_FALSE(SamePoint(Flag(DivergenceKind::kLoaded, At(2, 8, "c"), {}),
                         Flag(DivergenceKind::kLoaded, {}, At(2, 8, "c"))));
}

TEST(SamePointTest, WhatIsMissingIsAnotherPointThanHowItIsWorded) {
  EXPECT_FALSE(SamePoint(Flag(DivergenceKind::kLoaded, At(0, 9, "a"), {}),
                         Flag(DivergenceKind::kOmission, At(0, 9, "a"), {})));
}

TEST(MergeTest, EarlierKindWinsWhereAboutAsSure) {
  const std::vector<Divergence> merged = MergeSamePoints(
      {Flag(DivergenceKind::kLoaded, At(0, 10, "a"), At(0, 10, "b"), 0.9),
       Flag(DivergenceKind::kQuantity, At(0, 10, "a"), At(0, 10, "b"), 0.8)});
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].kind, DivergenceKind::kQuantity);
}

TEST(MergeTest, MuchSurerKindWinsOverEarlier) {
  const std::vector<Divergence> merged = MergeSamePoints(
      {Flag(DivergenceKind::kLoaded, At(0, 10, "a"), At(0, 10, "b"), 0.9),
       Flag(DivergenceKind::kQuantity, At(0, 10, "a"), At(0, 10, "b"), 0.2)});
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].kind, DivergenceKind::kLoaded);
}

TEST(MergeTest, SortsBestFirstByWeightTimesConfidence) {
  Divergence heavy =
      Flag(DivergenceKind::kLoaded, At(0, 10, "a"), {}, 0.4);
  heavy.weight = 3;
  const Divergence sure =
      Flag(DivergenceKind::kLoaded, At(20, 30, "b"), {}, 0.5);
  std::vector<Divergence> flags = {sure, heavy};
  SortBestFirst(&flags);
  EXPECT_EQ(flags[0].weight, 3);
}

}  // namespace
}  // namespace rashomon
