#include "engine/contrast/merge.h"

#include <algorithm>
#include <random>
#include <string>
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

TEST(AnchorTest, IsTheSameWhereManyAreRead) {
  Article left, right;
  left.id = "l";
  right.id = "r";
  AnchorReader reader(&left, &right);
  for (int round = 0; round < 2; ++round) {
    for (int sentence = 0; sentence < 3; ++sentence) {
      Evidence here = At(0, 5, "a"), there = At(0, 5, "b");
      here.sentence = sentence;
      there.sentence = 2 - sentence;
      there.span.field = Field::kTitle;
      for (const Divergence& d :
           {Flag(DivergenceKind::kLoaded, here, {}),
            Flag(DivergenceKind::kLoaded, {}, there),
            Flag(DivergenceKind::kLabel, here, there)}) {
        EXPECT_EQ(reader.Of(d), AnchorOf(d, left, right));
      }
    }
  }
  EXPECT_NE(reader.Of(Flag(DivergenceKind::kLoaded, At(0, 5, "a"), {})),
            reader.Of(Flag(DivergenceKind::kLoaded, {}, At(0, 5, "a"))));
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

// The obvious way: every flag beside every other that is kept.
std::vector<Divergence> NaiveMerge(std::vector<Divergence> flags) {
  std::stable_sort(flags.begin(), flags.end(),
                   [](const Divergence& a, const Divergence& b) {
                     return a.confidence > b.confidence;
                   });
  const auto covers = [](const Divergence& a, const Divergence& b) {
    return a.fingerprint == b.fingerprint || SamePoint(a, b);
  };
  std::vector<Divergence> kept;
  for (const Divergence& flag : flags) {
    const auto at =
        std::find_if(kept.begin(), kept.end(),
                     [&](const Divergence& k) { return covers(k, flag); });
    if (at != kept.end()) {
      if (flag.kind >= at->kind || flag.confidence < 0.85 * at->confidence) {
        continue;
      }
      std::erase_if(kept, [&](const Divergence& k) { return covers(flag, k); });
    }
    kept.push_back(flag);
  }
  return kept;
}

TEST(MergeTest, EqualsComparingEveryTwo) {
  std::mt19937 random(5);
  const auto evidence = [&random]() -> std::optional<Evidence> {
    if (random() % 5 == 0) return std::nullopt;
    const int sentence = static_cast<int>(random() % 6);
    const std::size_t begin = 40 * sentence + random() % 20;
    return Evidence{{Field::kText, begin, begin + 1 + random() % 20},
                    std::to_string(random() % 60),
                    sentence};
  };
  std::vector<Divergence> flags;
  for (int i = 0; i < 400; ++i) {
    std::optional<Evidence> left = evidence(), right = evidence();
    if (!left && !right) continue;
    const auto kind = kAllDivergenceKinds[random() % 11];
    flags.push_back(Flag(kind, left, right, 1 - 0.002 * i));
  }
  const std::vector<Divergence> naive = NaiveMerge(flags);
  std::shuffle(flags.begin(), flags.end(), random);
  const std::vector<Divergence> merged = MergeSamePoints(flags);
  ASSERT_EQ(merged.size(), naive.size());
  for (std::size_t i = 0; i < merged.size(); ++i) {
    EXPECT_EQ(merged[i].confidence, naive[i].confidence);
  }
  EXPECT_LT(merged.size(), flags.size() / 2);
}

TEST(MergeTest, SortsBestFirstByWeightTimesConfidence) {
  Divergence heavy =
      Flag(DivergenceKind::kLoaded, At(0, 10, "a"), {}, 0.4);
  heavy.weight = 3;
  const Divergence sure =
      Flag(DivergenceKind::kLoaded, At(20, 30, "b"), {}, 0.5);
  std::vector<Divergence> flags = {sure, heavy};
  EXPECT_EQ(BestFirst(&flags)[0]->weight, 3);
}

}  // namespace
}  // namespace rashomon
