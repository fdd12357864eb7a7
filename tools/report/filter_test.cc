#include "tools/report/filter.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

std::vector<Divergence> ThreeFlags() {
  std::vector<Divergence> flags(3);
  flags[0].kind = DivergenceKind::kOmission;
  flags[0].confidence = 0.9;
  flags[1].kind = DivergenceKind::kQuantity;
  flags[1].confidence = 0.5;
  flags[2].kind = DivergenceKind::kOmission;
  flags[2].confidence = 0.2;
  return flags;
}

TEST(FilterDivergencesTest, EmptyFilterKeepsAll) {
  EXPECT_EQ(FilterDivergences(ThreeFlags(), {}).size(), 3u);
}

TEST(FilterDivergencesTest, KeepsOnlyNamedKindsInOrder) {
  const auto kept =
      FilterDivergences(ThreeFlags(), {{DivergenceKind::kOmission}, 0});
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[0].confidence, 0.9);
  EXPECT_EQ(kept[1].confidence, 0.2);
}

TEST(FilterDivergencesTest, FlagAtTheLimitStays) {
  const auto kept = FilterDivergences(ThreeFlags(), {{}, 0.5});
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[1].kind, DivergenceKind::kQuantity);
}

TEST(FilterDivergencesTest, KindAndConfidenceTogether) {
  EXPECT_TRUE(
      FilterDivergences(ThreeFlags(), {{DivergenceKind::kQuantity}, 0.51})
          .empty());
}

}  // namespace
}  // namespace rashomon
