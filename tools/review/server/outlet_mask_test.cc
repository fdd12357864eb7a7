#include "tools/review/server/outlet_mask.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

TEST(OutletMaskTest, EachOutletHasALetterAndBack) {
  const OutletMask mask({"TASS", "RT", "TASS", ""});
  EXPECT_NE(mask.AliasOf("TASS"), mask.AliasOf("RT"));
  for (const char* outlet : {"TASS", "RT"}) {
    EXPECT_TRUE(mask.AliasOf(outlet).starts_with("Outlet "));
    EXPECT_EQ(mask.OutletOf(mask.AliasOf(outlet)), outlet);
  }
  EXPECT_EQ(mask.AliasOf(""), "");
}

TEST(OutletMaskTest, NamesAreBlackedOutInAnyCase) {
  const OutletMask mask({"TASS"});
  EXPECT_EQ(mask.Masked("TASS: tass says (Tass)."), "▮▮▮: ▮▮▮ says (▮▮▮).");
}

TEST(OutletMaskTest, PartsOfWordsStay) {
  const OutletMask mask({"RT", "Правда"});
  EXPECT_EQ(mask.Masked("ART, RTL, Тартуская Правда, Правдаn"),
            "ART, RTL, Тартуская ▮▮▮, Правдаn");
}

TEST(OutletMaskTest, OverlappingNamesAreBlackedOutOnce) {
  const OutletMask mask({"Free Europe", "Radio Free Europe"});
  EXPECT_EQ(mask.Masked("on Radio Free Europe"), "on ▮▮▮");
}

TEST(OutletMaskTest, MoreThan26OutletsHaveLettersOfTheirOwn) {
  std::vector<std::string> outlets;
  for (int i = 0; i < 60; ++i) outlets.push_back("Outlet no " + std::to_string(i));
  const OutletMask mask(outlets);
  std::vector<std::string> aliases;
  for (const std::string& outlet : outlets) {
    aliases.push_back(mask.AliasOf(outlet));
  }
  std::sort(aliases.begin(), aliases.end());
  EXPECT_EQ(std::unique(aliases.begin(), aliases.end()), aliases.end());
}

TEST(OutletMaskTest, SpansCountBytes) {
  const OutletMask mask({"Правда"});
  const std::vector<Span> spans = mask.Find("«Правда» пишет", Field::kTitle);
  ASSERT_EQ(spans.size(), 1u);
  EXPECT_EQ(spans[0], (Span{Field::kTitle, 2, 14}));
}

}  // namespace
}  // namespace rashomon
