#include "tools/evaluate/paraphrase_eval.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/base/file.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

using ::testing::HasSubstr;

absl::StatusOr<std::vector<Score>> ScoreOf(const std::string& rows) {
  const std::string path = testing::TempDir() + "/paraphrases.tsv";
  EXPECT_TRUE(WriteFileAtomically(path, "score\tleft\tright\n" + rows).ok());
  return ParaphraseEvaluation().run(
      {path, testing::TempDir(), [](const std::string&) {}});
}

// Copies are paraphrases, sentences that share no word are none.
std::string EasyRows(int count) {
  const char* const kTexts[] = {
      "The ferry sank near the harbour.", "Voters chose a new mayor.",
      "Snow closed every northern road.", "The bank raised its rates again.",
      "Nurses will strike on Monday."};
  std::string rows;
  for (int i = 0; i < count; ++i) {
    const bool same = i % 2 == 0;
    StrAppend(&rows, same ? 1 : 0, "\t", kTexts[i % 5], "\t",
              kTexts[(i + (same ? 0 : 1)) % 5], "\n");
  }
  return rows;
}

TEST(ParaphraseEvaluation, TellsCopiesFromStrangers) {
  const auto scores = ScoreOf(EasyRows(60));
  ASSERT_TRUE(scores.ok()) << scores.status();
  ASSERT_EQ(scores->size(), 4u);
  EXPECT_EQ((*scores)[0].measure, "accuracy");
  EXPECT_EQ((*scores)[1].measure, "F1");
  EXPECT_EQ((*scores)[2].measure, "accuracy, with order");
  EXPECT_EQ((*scores)[3].measure, "F1, with order");
  for (const Score& score : *scores) EXPECT_EQ(score.value, 1);
}

TEST(ParaphraseEvaluation, NamesTheLineOfAGradedScore) {
  const auto scores = ScoreOf(EasyRows(30) + "0.5\ta\tb\n");
  ASSERT_FALSE(scores.ok());
  EXPECT_THAT(std::string(scores.status().message()),
              HasSubstr("paraphrases.tsv: line 32: score is neither"));
}

TEST(ParaphraseEvaluation, RefusesFewerPairsThanFoldsNeed) {
  EXPECT_FALSE(ScoreOf(EasyRows(19)).ok());
}

}  // namespace
}  // namespace rashomon
