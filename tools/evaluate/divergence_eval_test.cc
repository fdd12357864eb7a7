#include "tools/evaluate/divergence_eval.h"

#include <cstdio>
#include <fstream>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

Divergence Flag(DivergenceKind kind, Span left) {
  Divergence d;
  d.kind = kind;
  d.left = Evidence{left, "", 0};
  d.weight = 1;
  d.confidence = 0.5;
  return d;
}

GoldPair OnePair() {
  GoldPair pair;
  pair.left.text = "one two three four five six seven eight nine ten";
  pair.right.text = "alpha beta";
  pair.same_event = SameEventVerdict::kYes;
  GoldDivergence gold;
  gold.kind = DivergenceKind::kLoaded;
  gold.left = Span{Field::kText, 0, 13};  // one two three
  gold.weight = 3;
  pair.divergences.push_back(gold);
  return pair;
}

TEST(TokenF1Test, SharedTokensCountByPlace) {
  const std::string text = "a b a b";
  EXPECT_DOUBLE_EQ(
      TokenF1(text, {Field::kText, 0, 3}, {Field::kText, 0, 3}), 1.0);
  EXPECT_DOUBLE_EQ(
      TokenF1(text, {Field::kText, 0, 3}, {Field::kText, 4, 7}), 0.0);
  EXPECT_DOUBLE_EQ(
      TokenF1(text, {Field::kText, 0, 3}, {Field::kTitle, 0, 3}), 0.0);
  EXPECT_DOUBLE_EQ(
      TokenF1(text, {Field::kText, 0, 1}, {Field::kText, 0, 7}), 0.4);
}

TEST(TokenF1Test, CurlyQuotesAndDashesArePartOfNoToken) {
  const std::string text = "“yes” — no";
  EXPECT_DOUBLE_EQ(
      TokenF1(text, {Field::kText, 0, 9}, {Field::kText, 3, 6}), 1.0);
}

TEST(IsRightTest, NeedsKindAndThreeTenthsOnEverySideOfGold) {
  const GoldPair pair = OnePair();
  const GoldDivergence& gold = pair.divergences[0];
  EXPECT_TRUE(IsRight(
      pair, Flag(DivergenceKind::kLoaded, {Field::kText, 4, 7}), gold, false));
  EXPECT_FALSE(IsRight(
      pair, Flag(DivergenceKind::kLabel, {Field::kText, 4, 7}), gold, false));
  EXPECT_TRUE(IsRight(
      pair, Flag(DivergenceKind::kLabel, {Field::kText, 4, 7}), gold, true));
  EXPECT_FALSE(IsRight(pair, Flag(DivergenceKind::kLoaded, {Field::kText, 14, 40}),
                       gold, false));
}

TEST(IsRightTest, FlagSideThatGoldLacksIsIgnored) {
  const GoldPair pair = OnePair();
  Divergence flag = Flag(DivergenceKind::kLoaded, {Field::kText, 0, 13});
  flag.right = Evidence{{Field::kText, 0, 5}, "", 0};
  EXPECT_TRUE(IsRight(pair, flag, pair.divergences[0], false));
}

TEST(PairWithGoldTest, OneRowTakesOneFlag) {
  const GoldPair pair = OnePair();
  const Divergence flag = Flag(DivergenceKind::kLoaded, {Field::kText, 0, 13});
  EXPECT_EQ(PairWithGold(pair, {flag, flag}, false),
            (std::vector<int>{0, -1}));
}

TEST(ScoreDivergencesTest, CountsByTheRule) {
  const std::vector<GoldPair> gold = {OnePair()};
  const DivergenceScores s = ScoreDivergences(gold, [](const GoldPair& pair) {
    Comparison c;
    c.same_event.verdict = SameEventVerdict::kPartly;
    c.divergences.push_back(
        Flag(DivergenceKind::kLabel, {Field::kText, 0, 13}));
    c.divergences.push_back(
        Flag(DivergenceKind::kLoaded, {Field::kText, 0, 13}));
    return c;
  });
  EXPECT_EQ(s.same_event.right, 0);
  EXPECT_EQ(s.all.precision_at_5.right, 1);
  EXPECT_EQ(s.all.precision_at_5.of, 1);  // as many as gold rows
  EXPECT_EQ(s.all.weight_3.right, 1);
  EXPECT_DOUBLE_EQ(s.all.average_precision, 0.5);
  EXPECT_DOUBLE_EQ(s.kind_free.average_precision, 1.0);
  EXPECT_EQ(s.by_kind[static_cast<int>(DivergenceKind::kLoaded)].found.right,
            1);
  EXPECT_DOUBLE_EQ(s.calibration_error, 0.0);
}

TEST(ReadGoldPairsTest, BadLineIsNamed) {
  const std::string path = ::testing::TempDir() + "/gold.jsonl";
  std::ofstream(path) << "\n{\"left\":{\"text\":\"a\"},\"right\":{\"text\":\"b\"},\"same_event\":\"yes\"}\n"
                      << "{broken\n";
  const auto pairs = ReadGoldPairs(path);
  ASSERT_FALSE(pairs.ok());
  EXPECT_NE(pairs.status().message().find("gold.jsonl:3"),
            absl::string_view::npos);
}

}  // namespace
}  // namespace rashomon
