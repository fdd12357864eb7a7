#include "tools/evaluate/certainty_eval.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/base/file.h"

namespace rashomon {
namespace {

using ::testing::HasSubstr;

absl::StatusOr<std::vector<Score>> ScoreOf(const std::string& table) {
  const std::string path = testing::TempDir() + "/hedges.tsv";
  EXPECT_TRUE(WriteFileAtomically(path, table).ok());
  return CertaintyEvaluation().run(
      {path, testing::TempDir(), [](const std::string&) {}});
}

TEST(CertaintyEvaluation, CountsRowsReadAsUncertain) {
  const auto scores = ScoreOf(
      "id\tlabel\ttext\n"
      "a\tuncertain\tThe bridge was probably built by monks.\n"
      "b\tcertain\tThe bridge has nine arches.\n"
      "c\tuncertain\tIt stands in the north.\n");
  ASSERT_TRUE(scores.ok()) << scores.status();
  ASSERT_EQ(scores->size(), 3u);
  EXPECT_NEAR((*scores)[0].value, 2.0 / 3, 1e-9);
  EXPECT_EQ((*scores)[1].value, 1);
  EXPECT_EQ((*scores)[2].value, 0.5);
}

TEST(CertaintyEvaluation, NamesTheLineOfAnUnknownLabel) {
  const auto scores = ScoreOf("id\tlabel\ttext\na\tperhaps\tSo it is.\n");
  ASSERT_FALSE(scores.ok());
  EXPECT_THAT(std::string(scores.status().message()),
              HasSubstr("hedges.tsv:2: label 'perhaps'"));
}

}  // namespace
}  // namespace rashomon
