#include "tools/evaluate/divergence_scores.h"

#include <gtest/gtest.h>

#include <string>

namespace rashomon {
namespace {

const Score* Find(const std::vector<Score>& lines, const std::string& name) {
  for (const Score& line : lines) {
    if (line.measure == name) return &line;
  }
  return nullptr;
}

TEST(DivergenceScoreLines, CarryTheCountsOfEveryFigure) {
  DivergenceScores scores;
  scores.pairs = 2;
  scores.all.precision_at_5 = {3, 10};
  scores.all.weight_3 = {1, 4};
  scores.same_event = {2, 2};
  const std::vector<Score> lines = DivergenceScoreLines(scores);
  const Score* precision = Find(lines, "P@5, with kinds");
  ASSERT_NE(precision, nullptr);
  EXPECT_DOUBLE_EQ(precision->value, 0.3);
  EXPECT_EQ(precision->counts[0].second, 3);
  EXPECT_EQ(precision->counts[1].second, 10);
  ASSERT_NE(Find(lines, "same-event decision"), nullptr);
  EXPECT_DOUBLE_EQ(Find(lines, "same-event decision")->value, 1.0);
}

TEST(DivergenceScoreLines, LeaveOutKindsThatAreNeitherMarkedNorFlagged) {
  DivergenceScores scores;
  scores.by_kind[static_cast<std::size_t>(DivergenceKind::kLabel)].gold = 7;
  const std::vector<Score> lines = DivergenceScoreLines(scores);
  EXPECT_NE(Find(lines, "P@5, label"), nullptr);
  EXPECT_EQ(Find(lines, "P@5, cause"), nullptr);
}

}  // namespace
}  // namespace rashomon
