#include "engine/story/label_board.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

Evidence At(std::size_t begin, std::size_t end, std::string quote) {
  return {{Field::kText, begin, end}, std::move(quote), 0};
}

Divergence Label(Evidence left, Evidence right, double confidence) {
  Divergence d;
  d.kind = DivergenceKind::kLabel;
  d.left = std::move(left);
  d.right = std::move(right);
  d.confidence = confidence;
  d.rule = "label.head";
  return d;
}

TEST(LabelBoardTest, FlagsThatShareAPlaceAreOneRow) {
  const std::vector<Divergence> first = {
      Label(At(0, 5, "spies"), At(10, 19, "diplomats"), 0.4)};
  const std::vector<Divergence> second = {
      Label(At(6, 19, "ten diplomats"), At(3, 9, "envoys"), 0.6),
      Label(At(50, 58, "a treaty"), At(40, 46, "a pact"), 0.3)};
  StoryInput input;
  input.reports.resize(3);
  input.pairs = {{0, 1, true, nullptr, &first}, {1, 2, true, nullptr, &second}};
  const std::vector<LabelRow> rows = LabelBoard(input);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_DOUBLE_EQ(rows[0].confidence, 0.6);
  ASSERT_EQ(rows[0].uses.size(), 4u);
  EXPECT_EQ(rows[0].uses[0].text, "spies");
  EXPECT_EQ(rows[0].uses[1].text, "ten diplomats");
  EXPECT_EQ(rows[0].uses[2].text, "diplomats");
  EXPECT_EQ(rows[0].uses[3].report, 2);
  EXPECT_EQ(rows[1].uses.size(), 2u);
}

TEST(LabelBoardTest, EqualWordsOfAReportAreOneUse) {
  const std::vector<Divergence> first = {
      Label(At(0, 5, "Spies"), At(10, 19, "diplomats"), 0.4),
      Label(At(30, 35, "spies"), At(10, 19, "diplomats"), 0.4)};
  StoryInput input;
  input.reports.resize(2);
  input.pairs = {{0, 1, true, nullptr, &first}};
  const std::vector<LabelRow> rows = LabelBoard(input);
  ASSERT_EQ(rows.size(), 1u);
  ASSERT_EQ(rows[0].uses.size(), 2u);
  EXPECT_EQ(rows[0].uses[0].text, "Spies");
  EXPECT_EQ(rows[0].uses[0].spans.size(), 2u);
  EXPECT_EQ(rows[0].uses[1].spans.size(), 1u);
}

TEST(LabelBoardTest, TitlesAndDoubtfulFlagsAreLeftOut) {
  std::vector<Divergence> flags = {
      Label(At(0, 5, "A title"), At(0, 5, "Another"), 0.9),
      Label(At(9, 12, "sum"), At(9, 12, "fee"), 0.01)};
  flags[0].rule = "label.title";
  StoryInput input;
  input.reports.resize(2);
  input.pairs = {{0, 1, true, nullptr, &flags}};
  EXPECT_TRUE(LabelBoard(input).empty());
}

}  // namespace
}  // namespace rashomon
