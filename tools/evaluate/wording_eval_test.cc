#include "tools/evaluate/wording_eval.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/base/file.h"

namespace rashomon {
namespace {

using ::testing::HasSubstr;

absl::StatusOr<std::vector<Score>> ScoreOf(std::size_t evaluation,
                                           const std::string& name,
                                           const std::string& content) {
  const std::string path = testing::TempDir() + "/" + name;
  EXPECT_TRUE(WriteFileAtomically(path, content).ok());
  return WordingEvaluations()[evaluation].run(
      {path, testing::TempDir(), [](const std::string&) {}});
}

TEST(WordingEvaluation, CountsRowsReadAsBiased) {
  const auto scores = ScoreOf(
      0, "babe.tsv",
      "id\tlabel\ttext\n"
      "a\tbiased\tThe despicable and ludicrous plan is utter nonsense.\n"
      "b\tneutral\tThe council met on Monday, a spokesman said.\n"
      "c\tbiased\tThe committee said on Tuesday that it would meet.\n");
  ASSERT_TRUE(scores.ok()) << scores.status();
  ASSERT_EQ(scores->size(), 3u);
  EXPECT_NEAR((*scores)[1].value, 2.0 / 3, 1e-9);
  EXPECT_NEAR((*scores)[2].value, 2.0 / 3, 1e-9);
  EXPECT_NEAR((*scores)[0].value, 2.0 / 3, 1e-9);
}

TEST(WordingEvaluation, CountsSentencesWithLexicalBias) {
  const auto scores = ScoreOf(
      1, "basil.jsonl",
      R"({"title":"","text":"The ludicrous, despicable plan failed utterly. )"
      R"(The council met on Monday.","bias_spans":[{"field":"text","begin":4,)"
      R"("end":13,"bias":"lexical"},{"field":"text","begin":50,"end":60,)"
      R"("bias":"informational"}]})");
  ASSERT_TRUE(scores.ok()) << scores.status();
  EXPECT_EQ((*scores)[0].value, 1);
}

TEST(WordingEvaluation, NamesBadLines) {
  const auto rows = ScoreOf(0, "bad.tsv", "id\tlabel\ttext\na\tslight\tSo.\n");
  ASSERT_FALSE(rows.ok());
  EXPECT_THAT(std::string(rows.status().message()),
              HasSubstr("bad.tsv:2: label 'slight'"));
  const auto reports = ScoreOf(1, "bad.jsonl", "{\"text\":\"So.\"}\n");
  ASSERT_FALSE(reports.ok());
  EXPECT_THAT(std::string(reports.status().message()),
              HasSubstr("bad.jsonl:1: no bias_spans"));
}

}  // namespace
}  // namespace rashomon
