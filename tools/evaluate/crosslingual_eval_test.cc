#include "tools/evaluate/crosslingual_eval.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/base/file.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

absl::StatusOr<std::vector<Score>> ScoreTable(const std::string& tsv) {
  const std::string path = testing::TempDir() + "/wmt21_en_ru.tsv";
  EXPECT_TRUE(WriteFileAtomically(path, tsv).ok());
  return CrosslingualEvaluation().run({path, "", [](const std::string&) {}});
}

TEST(CrosslingualEvaluation, NamesAndNumbersFindTheTranslation) {
  const auto scores = ScoreTable(
      "id\ten\tru\n"
      "0\tLavrov met Merkel.\tЛавров встретился с Меркель.\n"
      "1\tSome 16,000 people left.\tУехали 16 000 человек.\n"
      "2\tIt was good.\tЭто хорошо.\n");
  ASSERT_TRUE(scores.ok()) << scores.status();
  ASSERT_EQ(scores->size(), 4u);
  EXPECT_EQ((*scores)[0].measure, "accuracy@1, words");
  EXPECT_THAT((*scores)[0].counts, ElementsAre(Pair("right", 2), Pair("of", 3)));
}

TEST(CrosslingualEvaluation, AnEmptyOrOtherTableIsAnError) {
  EXPECT_FALSE(ScoreTable("id\ten\tru\n").ok());
  const auto scores = ScoreTable("id\ten\tde\n0\ta\tb\n");
  ASSERT_FALSE(scores.ok());
  EXPECT_THAT(std::string(scores.status().message()), HasSubstr("ru"));
}

}  // namespace
}  // namespace rashomon
