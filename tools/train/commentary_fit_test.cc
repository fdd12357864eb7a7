#include "tools/train/commentary_fit.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

// Ten texts of each group.
CommentaryCounter Counted(std::string_view left, std::string_view right,
                          std::string_view news) {
  CommentaryCounter counter;
  for (int i = 0; i < 10; ++i) {
    counter.Add(TextGroup::kLeft, left);
    counter.Add(TextGroup::kRight, right);
    counter.Add(TextGroup::kNews, news);
  }
  return counter;
}

TEST(CommentaryFitTest, WhatBothSidesUseMoreThanNewsWeighs) {
  const CommentaryCounter counter =
      Counted("A silly plan, silly and pink.", "A silly silly grey plan.",
              "The mayor told a plan.");
  EXPECT_GT(counter.WeightOf("silly"), 0);
  EXPECT_LT(counter.WeightOf("mayor"), 0);
}

TEST(CommentaryFitTest, WhatOneSideAloneUsesWeighsNothing) {
  const CommentaryCounter counter =
      Counted("Pink pink plans.", "Grey grey plans.", "Plans made there.");
  EXPECT_NEAR(counter.WeightOf("pink"), 0, 1e-9);
  EXPECT_NEAR(counter.WeightOf("grey"), 0, 1e-9);
}

TEST(CommentaryFitTest, ExchangingTheSidesChangesNothing) {
  const CommentaryCounter a =
      Counted("Silly pink plans.", "Silly silly grey plans.", "Mayor here.");
  const CommentaryCounter b =
      Counted("Silly silly grey plans.", "Silly pink plans.", "Mayor here.");
  EXPECT_EQ(a.Table(10), b.Table(10));
}

TEST(CommentaryFitTest, QuotationsAndRareWordsAreLeftOut) {
  CommentaryCounter counter = Counted(
      "He said \"utter rubbish\" again.", "They said “utter rubbish” again.",
      "Again and again.");
  EXPECT_EQ(counter.WeightOf("rubbish"), 0);
  counter.Add(TextGroup::kLeft, "once");
  counter.Add(TextGroup::kRight, "once");
  EXPECT_EQ(counter.WeightOf("once"), 0);
}

TEST(CommentaryFitTest, GroupsAreParsedAndBadLinesNamed) {
  const auto groups =
      OutletGroups::Parse("# x\noutlet\tgroup\nA\tleft\nB\tnews\n", "g.tsv");
  ASSERT_TRUE(groups.ok());
  EXPECT_EQ(groups->Of("A"), TextGroup::kLeft);
  EXPECT_EQ(groups->Of("C"), std::nullopt);
  const auto bad = OutletGroups::Parse("A\tcentre\n", "g.tsv");
  ASSERT_FALSE(bad.ok());
  EXPECT_NE(bad.status().message().find("g.tsv:1"), std::string::npos);
}

}  // namespace
}  // namespace rashomon
