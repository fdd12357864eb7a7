#include "tools/report/filter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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

std::string KindsOf(const std::vector<Divergence>& flags) {
  std::string kinds;
  for (const Divergence& flag : flags) {
    kinds += flag.kind == DivergenceKind::kOmission ? 'o' : 'q';
  }
  return kinds;
}

std::vector<Divergence> FlagsOf(const std::string& kinds) {
  std::vector<Divergence> flags;
  for (const char kind : kinds) {
    Divergence flag;
    flag.kind = kind == 'o' ? DivergenceKind::kOmission
                            : DivergenceKind::kQuantity;
    flag.confidence = 1 - 0.01 * static_cast<double>(flags.size());
    flags.push_back(flag);
  }
  return flags;
}

TEST(PutShownFirstTest, OmissionsDoNotCrowdOutOtherKinds) {
  EXPECT_EQ(KindsOf(PutShownFirst(FlagsOf("oooqoqq"), 4, 2)), "ooqqooq");
}

TEST(PutShownFirstTest, OmissionsFillWhatOtherKindsLeave) {
  const auto flags = PutShownFirst(FlagsOf("ooooq"), 4, 1);
  EXPECT_EQ(KindsOf(flags), "oooqo");
  EXPECT_EQ(flags[2].confidence, 0.98);
}

TEST(PutShownFirstTest, AllShownKeepTheirOrder) {
  EXPECT_EQ(KindsOf(PutShownFirst(FlagsOf("ooqo"), 9, 1)), "ooqo");
}

}  // namespace
}  // namespace rashomon
