#include "engine/base/strings.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using testing::ElementsAre;

TEST(StringsTest, StrCatTakesStdViewsBesideNumbers) {
  EXPECT_EQ(StrCat(std::string_view("a"), 1, "b", std::string("c")), "a1bc");
  std::string text = "x";
  StrAppend(&text, std::string_view("y"), 2);
  EXPECT_EQ(text, "xy2");
}

TEST(StringsTest, MapsAreSearchedByView) {
  StringMap<int> map;
  map["word"] = 7;
  EXPECT_EQ(map.find(std::string_view("word"))->second, 7);
  EXPECT_FALSE(map.contains(std::string_view("wor")));
}

TEST(StringsTest, SplitKeepsEmptyParts) {
  EXPECT_THAT(SplitOn("a\t\tb", '\t'), ElementsAre("a", "", "b"));
  EXPECT_THAT(SplitOn("", '\t'), ElementsAre(""));
  EXPECT_THAT(SplitOn("a\t", '\t'), ElementsAre("a", ""));
}

TEST(StringsTest, StripTakesOnlyTheEnds) {
  EXPECT_EQ(StripAsciiSpace(" \ta b\r\n"), "a b");
  EXPECT_EQ(StripAsciiSpace(" \n"), "");
}

}  // namespace
}  // namespace rashomon
