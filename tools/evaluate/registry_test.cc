#include "tools/evaluate/registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

#include "engine/base/file.h"

namespace rashomon {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

absl::StatusOr<std::vector<Score>> OneScore(const EvaluationInput&) {
  return std::vector<Score>{
      {"F1", 0.5, {{"right", 1}, {"of", 2}}, "spans share a word"}};
}

absl::StatusOr<std::vector<Score>> Failure(const EvaluationInput& input) {
  return absl::InvalidArgumentError(input.path + ":7: broken");
}

// A folder with the files "there" and "broken".
std::string DataFolder() {
  const std::string folder = testing::TempDir() + "/data";
  std::filesystem::create_directories(folder);
  EXPECT_TRUE(WriteFileAtomically(folder + "/there", "x").ok());
  EXPECT_TRUE(WriteFileAtomically(folder + "/broken", "x").ok());
  return folder;
}

EvaluationReport ThreeSets() {
  return RunEvaluations({{"set/there", "there", OneScore},
                         {"set/absent", "absent", OneScore},
                         {"set/broken", "broken", Failure}},
                        DataFolder(), [](const std::string&) {});
}

TEST(RunEvaluations, TellsScoredMissingAndFailedApart) {
  const EvaluationReport report = ThreeSets();
  EXPECT_EQ(report.scored(), 1);
  EXPECT_EQ(report.missing(), 1);
  EXPECT_EQ(report.failed(), 1);
}

TEST(ReportAsTable, GivesCountsRulesAndProblems) {
  const std::string table = ReportAsTable(ThreeSets());
  EXPECT_THAT(table, HasSubstr("0.500"));
  EXPECT_THAT(table, HasSubstr("right 1, of 2"));
  EXPECT_THAT(table, HasSubstr("set/there: spans share a word"));
  EXPECT_THAT(table, HasSubstr("missing: set/absent"));
  EXPECT_THAT(table, HasSubstr("broken:7: broken"));
}

TEST(ReportAsJson, CarriesTheSameFigures) {
  const auto json = nlohmann::json::parse(ReportAsJson(ThreeSets()));
  EXPECT_EQ(json["schema"], "rashomon.evaluation/1");
  EXPECT_EQ(json["scores"][0]["counts"]["of"], 2);
  EXPECT_EQ(json["missing"][0], "set/absent");
  EXPECT_EQ(json["failed"][0]["set"], "set/broken");
}

TEST(AllEvaluations, SetsAreNamedOnce) {
  std::vector<std::string> names;
  for (const Evaluation& e : AllEvaluations()) {
    EXPECT_THAT(names, Not(::testing::Contains(e.set)));
    EXPECT_FALSE(e.path.empty());
    names.push_back(e.set);
  }
  EXPECT_FALSE(names.empty());
}

}  // namespace
}  // namespace rashomon
