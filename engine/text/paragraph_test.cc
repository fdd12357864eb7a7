#include "engine/text/paragraph.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<std::string> Paragraphs(std::string_view text) {
  std::vector<std::string> out;
  for (const Span& s : SplitParagraphs(text, {Field::kText, 0, text.size()})) {
    out.emplace_back(Slice(text, s));
  }
  return out;
}

using List = std::vector<std::string>;

TEST(ParagraphTest, EmptyLinesSeparate) {
  EXPECT_EQ(Paragraphs("one\n\ntwo\r\n\r\n \t\nthree  "),
            (List{"one", "two", "three"}));
  EXPECT_EQ(Paragraphs("one\u2029two"), (List{"one", "two"}));
  EXPECT_EQ(Paragraphs(" \n\n "), List{});
}

TEST(ParagraphTest, LinesOfScrapedTextSeparate) {
  EXPECT_EQ(Paragraphs("Title\nFirst.\nSecond one"),
            (List{"Title", "First.", "Second one"}));
}

TEST(ParagraphTest, LongLinesAreParagraphs) {
  const std::string line(200, 'a');
  EXPECT_EQ(Paragraphs("A" + line + "\nB" + line).size(), 2u);
}

constexpr char kWrapped[] =
    "The council met on Tuesday to vote on the budget for the\n"
    "Northern District, which had been delayed since May. The\n"
    "Mayor was absent.";

TEST(ParagraphTest, WrappedLinesAreOneParagraph) {
  EXPECT_EQ(Paragraphs(kWrapped), (List{kWrapped}));
}

TEST(ParagraphTest, AHeadingBeforeWrappedLinesStandsAlone) {
  EXPECT_EQ(Paragraphs(std::string("Budget\n\n") + kWrapped).size(), 2u);
}

TEST(ParagraphTest, AnUnfinishedLongLineGoesOn) {
  const std::string text =
      "The council met on Tuesday to vote on the budget of\nthe district.";
  EXPECT_EQ(Paragraphs(text), (List{text}));
}

TEST(ParagraphTest, BulletsStartParagraphs) {
  EXPECT_EQ(Paragraphs("• one\n• two\n- three\n* four").size(), 4u);
}

TEST(ParagraphTest, AnAsideThatScrapingBrokeUpIsJoined) {
  const std::string text = "“He (the mayor. -\n\nAgency\n\n) left.”";
  EXPECT_EQ(Paragraphs(text), (List{text}));
}

TEST(ParagraphTest, AStrayBracketJoinsNothingFarAway) {
  const std::string far = "One (two" + std::string(200, 'x') + "\n\n) three";
  EXPECT_EQ(Paragraphs(far).size(), 2u);
}

TEST(ParagraphTest, ARangeCutsWhatIsOutside) {
  const std::string text = "one\ntwo\nthree";
  const std::vector<Span> p = SplitParagraphs(text, {Field::kTitle, 4, 7});
  ASSERT_EQ(p.size(), 1u);
  EXPECT_EQ(p[0], (Span{Field::kTitle, 4, 7}));
}

}  // namespace
}  // namespace rashomon
