#include "corpus/text_line.h"

#include <gtest/gtest.h>

#include <string>

namespace rashomon {
namespace {

TEST(SplitLinesTest, KnowsEveryLineEnd) {
  const std::string text = "a\r\nb\rc\nd\u2028e";
  const auto lines = SplitLines(text);
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[4].Of(text), "e");
  EXPECT_FALSE(lines[1].after_blank);
}

TEST(SplitLinesTest, RemembersEmptyLines) {
  const std::string text = "\n one \n\u00A0\ntwo\nthree";
  const auto lines = SplitLines(text);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].Of(text), "one");
  EXPECT_TRUE(lines[1].after_blank);
  EXPECT_FALSE(lines[2].after_blank);
}

TEST(SplitLinesTest, EmptyTextHasNoLines) {
  EXPECT_TRUE(SplitLines("").empty());
  EXPECT_TRUE(SplitLines(" \n\t").empty());
}

TEST(WithoutBulletTest, TakesBulletsNotMinusSigns) {
  EXPECT_EQ(WithoutBullet("• Port"), "Port");
  EXPECT_EQ(WithoutBullet("- Port"), "Port");
  EXPECT_EQ(WithoutBullet("-5 degrees"), "-5 degrees");
}

TEST(EndsSentenceTest, LooksThroughClosingMarks) {
  EXPECT_TRUE(EndsSentence("It ended.”"));
  EXPECT_TRUE(EndsSentence("«Всё кончено!»)"));
  EXPECT_TRUE(EndsSentence("And then…"));
  EXPECT_FALSE(EndsSentence("Ministers meet again"));
}

TEST(CharacterTest, FirstAndLastAreWholeCodePoints) {
  EXPECT_EQ(FirstCharacter("яблоко"), "я");
  EXPECT_EQ(LastCharacter("кот”"), "”");
  EXPECT_EQ(LastCharacter(""), "");
}

}  // namespace
}  // namespace rashomon
