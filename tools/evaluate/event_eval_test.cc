#include "tools/evaluate/event_eval.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/base/file.h"

namespace rashomon {
namespace {

constexpr char kFire[] =
    R"("title":"Fire destroys Harlow warehouse","text":"A fire destroyed a )"
    R"(warehouse in Harlow on Monday, and 14 firefighters were hurt.")";
constexpr char kFireAgain[] =
    R"("title":"14 firefighters hurt in Harlow","text":"Fourteen )"
    R"(firefighters were hurt as a fire destroyed a warehouse in Harlow.")";
constexpr char kTalks[] =
    R"("title":"Ministers open trade talks","text":"Trade ministers of )"
    R"(Norway and Chile opened talks on salmon tariffs in Santiago.")";

std::string Row(const std::string& rest, const std::string& fields) {
  return "{" + rest + "," + fields + "}\n";
}

absl::StatusOr<std::vector<Score>> RunOn(std::size_t evaluation,
                                         const std::string& gold) {
  const std::string path = testing::TempDir() + "/events.jsonl";
  EXPECT_TRUE(WriteFileAtomically(path, gold).ok());
  return EventEvaluations()[evaluation].run(
      {path, "", [](const std::string&) {}});
}

std::string PairRow(const std::string& label, const std::string& language,
                    const char* left, const char* right) {
  return R"({"label":")" + label + R"(","lang":")" + language +
         R"(","left":{)" + left + R"(},"right":{)" + right + "}}\n";
}

TEST(EventPairs, CountsBothLabelsAndRussianApart) {
  const auto scores = RunOn(0, PairRow("OK", "en", kFire, kFireAgain) +
                                   PairRow("BAD", "ru", kFire, kTalks) +
                                   PairRow("BAD", "en", kFire, kFire));
  ASSERT_TRUE(scores.ok());
  ASSERT_EQ(scores->size(), 3u);
  EXPECT_DOUBLE_EQ((*scores)[0].value, 2.0 / 3);
  EXPECT_EQ((*scores)[1].counts[1].second, 1);
}

TEST(EventPairs, ARowWithoutASideIsAnError) {
  EXPECT_FALSE(RunOn(0, "{\"label\":\"OK\"}\n").ok());
}

TEST(EventGroups, ScoresEveryReport) {
  const auto scores =
      RunOn(1, Row(R"("id":"1","event":"fire")", kFire) +
                   Row(R"("id":"2","event":"talks")", kTalks) +
                   Row(R"("id":"3","event":"fire")", kFireAgain));
  ASSERT_TRUE(scores.ok());
  EXPECT_EQ((*scores)[0].value, 1);
  EXPECT_EQ((*scores)[0].counts[0].second, 3);
  EXPECT_EQ((*scores)[0].counts[2].second, 2);
}

TEST(EventGroups, AReportWithoutAnEventIsAnError) {
  EXPECT_FALSE(RunOn(1, Row(R"("id":"1")", kFire)).ok());
}

}  // namespace
}  // namespace rashomon
