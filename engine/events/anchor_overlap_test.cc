#include "engine/events/anchor_overlap.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

AnchorMap Names(std::initializer_list<std::pair<const char*, bool>> names) {
  AnchorMap map;
  for (const auto& [name, in_head] : names) {
    map[name] = {name, name, 10, in_head};
  }
  return map;
}

TEST(AnchorOverlapTest, AHeadIsLookedForInTheWholeOfTheOther) {
  const AnchorMap brief = Names({{"okafor", true}, {"almerin", true}});
  const AnchorMap full =
      Names({{"okafor", true}, {"almerin", false}, {"veld", true}});
  const AnchorOverlap overlap = CompareAnchors(brief, full);
  EXPECT_EQ(overlap.found_most, 1);
  EXPECT_EQ(overlap.found_least, 0.5);
  EXPECT_EQ(overlap.shared.size(), 2u);
  EXPECT_EQ(CompareAnchors(full, brief).found_least, 0.5);
}

TEST(AnchorOverlapTest, AHeadWithoutAnchorsCountsAsTheOtherOne) {
  const AnchorOverlap overlap =
      CompareAnchors(Names({{"okafor", true}}), Names({{"okafor", false}}));
  EXPECT_EQ(overlap.found_most, 1);
  EXPECT_EQ(overlap.found_least, 1);
  EXPECT_EQ(CompareAnchors({}, {}).found_most, 0);
}

}  // namespace
}  // namespace rashomon
