#include "tools/report/styled_text.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace rashomon {
namespace {

std::vector<std::string> Wrapped(std::string_view text, int width) {
  StyledText styled;
  styled.Append(text);
  std::vector<std::string> lines;
  for (const StyledLine& line : Wrap(styled, width)) {
    EXPECT_EQ(line.width, DisplayWidth(line.Render(false)));
    lines.push_back(line.Render(false));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(DisplayWidthTest, LatinAndCyrillicTakeOneColumnALetter) {
  EXPECT_EQ(DisplayWidth("reset"), 5);
  EXPECT_EQ(DisplayWidth("перезагрузка"), 12);
}

TEST(DisplayWidthTest, ChineseKoreanAndFullWidthTakeTwo) {
  EXPECT_EQ(DisplayWidth("談判"), 4);
  EXPECT_EQ(DisplayWidth("서울"), 4);
  EXPECT_EQ(DisplayWidth("Ａ！"), 4);
  EXPECT_EQ(DisplayWidth("ｱ"), 1);  // half width
}

TEST(DisplayWidthTest, CombiningMarksTakeNone) {
  EXPECT_EQ(DisplayWidth("e\u0301\u0301"), 1);
  EXPECT_EQ(DisplayWidth("и\u0306"), 1);
  EXPECT_EQ(DisplayWidth("\u200b"), 0);
}

TEST(DisplayWidthTest, AnEmojiSequenceIsOneWideCharacter) {
  EXPECT_EQ(DisplayWidth("👩‍👩‍👧‍👦"), 2);
  EXPECT_EQ(DisplayWidth("❤️"), 2);
}

TEST(WrapTest, BreaksBetweenWords) {
  EXPECT_EQ(Wrapped("the talks were put off", 10),
            (Lines{"the talks", "were put", "off"}));
}

TEST(WrapTest, LineThatJustFitsStaysWhole) {
  EXPECT_EQ(Wrapped("the talks", 9), (Lines{"the talks"}));
  EXPECT_EQ(Wrapped("the talks", 8), (Lines{"the", "talks"}));
}

TEST(WrapTest, CyrillicBreaksByLettersNotBytes) {
  EXPECT_EQ(Wrapped("переговоры отложены", 12),
            (Lines{"переговоры", "отложены"}));
}

TEST(WrapTest, ChineseBreaksAnywhereButBeforeAStop) {
  EXPECT_EQ(Wrapped("談判將推遲。", 10), (Lines{"談判將推", "遲。"}));
  EXPECT_EQ(Wrapped("談判將推遲", 7), (Lines{"談判將", "推遲"}));
}

TEST(WrapTest, OverlongWordBreaksBetweenClusters) {
  EXPECT_EQ(Wrapped("ae\u0301e\u0301b", 2),
            (Lines{"ae\u0301", "e\u0301b"}));
}

TEST(WrapTest, WideCharacterStandsWhereTheColumnIsTooNarrowForMore) {
  EXPECT_EQ(Wrapped("談判", 1), (Lines{"談", "判"}));
}

TEST(WrapTest, NoTextGivesOneEmptyLine) {
  EXPECT_EQ(Wrapped("", 10), (Lines{""}));
  EXPECT_EQ(Wrapped("   ", 10), (Lines{""}));
}

TEST(WrapTest, WhiteSpaceBecomesSingleSpaces) {
  EXPECT_EQ(Wrapped("a\n\n b\tc", 10), (Lines{"a b c"}));
}

TEST(WrapTest, ControlsAreShownAndNeverPrinted) {
  EXPECT_EQ(Wrapped("\x1b[31mred\u202e\x9b", 60),
            (Lines{"<U+001B>[31mred<U+202E>\uFFFD"}));
}

TEST(WrapTest, StylesFollowTheTextOverLines) {
  StyledText text;
  text.Append("one ");
  text.Append("two three", {.bold = true});
  const std::vector<StyledLine> lines = Wrap(text, 7);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].Render(true), "one \x1b[1mtwo\x1b[0m");
  EXPECT_EQ(lines[1].Render(true), "\x1b[1mthree\x1b[0m");
  EXPECT_EQ(lines[1].Render(false), "three");
}

TEST(WrapTest, ManyRunsTakeLinearTime) {
  StyledText text;
  for (int i = 0; i < 20000; ++i) {
    text.Append("слово ", {.bold = i % 2 == 0});
  }
  EXPECT_EQ(Wrap(text, 11).size(), 10000u);
}

}  // namespace
}  // namespace rashomon
