#include "tools/evaluate/contradiction_eval.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/base/file.h"

namespace rashomon {
namespace {

absl::StatusOr<std::vector<Score>> ScoreOf(std::size_t set,
                                           const std::string& table) {
  const std::string path = testing::TempDir() + "/pairs.tsv";
  EXPECT_TRUE(WriteFileAtomically(path, table).ok());
  return ContradictionEvaluations()[set].run(
      {path, testing::TempDir(), [](const std::string&) {}});
}

constexpr char kPairs[] =
    "id\tlabel\ttext\thypothesis\n"
    "1\tcontradiction\tA man is singing.\tNobody is singing.\n"
    "2\tentailment\tA man is singing.\tA man is singing.\n"
    "3\tcontradiction\tThe mayor opened the bridge.\tPears are cheap.\n";

TEST(ContradictionEvaluation, CountsPairsFromOneHalfOn) {
  const auto scores = ScoreOf(0, kPairs);
  ASSERT_TRUE(scores.ok()) << scores.status();
  ASSERT_EQ(scores->size(), 3u);
  EXPECT_NEAR((*scores)[0].value, 2.0 / 3, 1e-9);
  EXPECT_EQ((*scores)[1].value, 1);
  EXPECT_EQ((*scores)[2].value, 0.5);
}

TEST(ContradictionEvaluation, OneChangedWordIsRankedFirst) {
  const auto scores = ScoreOf(1, kPairs);
  ASSERT_TRUE(scores.ok()) << scores.status();
  ASSERT_EQ(scores->size(), 4u);
  EXPECT_GE((*scores)[0].value, 0.5);
}

TEST(ContradictionEvaluation, ATableWithoutLabelsIsRefused) {
  EXPECT_FALSE(ScoreOf(0, "text\thypothesis\na\tb\n").ok());
}

TEST(FindAtPrecision, TakesAsManyAsThePrecisionAllows) {
  const FoundAtPrecision best = FindAtPrecision(
      {{0.9, true}, {0.8, true}, {0.7, false}, {0.6, true}, {0.5, false}}, 0.75);
  EXPECT_EQ(best.found, 3);
  EXPECT_EQ(best.taken, 4);
  EXPECT_EQ(best.positives, 3);
  EXPECT_EQ(best.from, 0.6);
}

TEST(FindAtPrecision, EqualScoresAreTakenTogether) {
  const FoundAtPrecision best =
      FindAtPrecision({{0.5, true}, {0.5, false}, {0.4, true}}, 0.9);
  EXPECT_EQ(best.found, 0);
  EXPECT_EQ(best.share(), 0);
}

TEST(FindAtPrecision, NothingOfNothing) {
  EXPECT_EQ(FindAtPrecision({}, 0.95).share(), 0);
}

}  // namespace
}  // namespace rashomon
