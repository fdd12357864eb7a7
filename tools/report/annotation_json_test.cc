#include "tools/report/annotation_json.h"

#include <string>

#include <gtest/gtest.h>

#include "tools/report/fixture.h"
#include "tools/report/json_values.h"

namespace rashomon {
namespace {

OrderedJson Parsed(const Comparison& c) {
  return OrderedJson::parse(AnnotationToJson(c.left, c.left_annotation));
}

TEST(AnnotationJsonTest, IsOneLine) {
  const Comparison c = AnnotatedComparison();
  EXPECT_EQ(AnnotationToJson(c.left, c.left_annotation).find('\n'),
            std::string::npos);
}

TEST(AnnotationJsonTest, SentencesCarryTheirScores) {
  const OrderedJson sentence = Parsed(AnnotatedComparison())["sentences"][3];
  EXPECT_EQ(sentence.dump(),
            R"({"field":"text","begin":171,"end":318,"uncertain":0.7124,)"
            R"("loaded":0.0})");
}

TEST(AnnotationJsonTest, MissingBoundsAreNullAndOpenOnesNamed) {
  const OrderedJson claim = Parsed(AnnotatedComparison())["claims"][0];
  const OrderedJson& exact = claim["quantities"][0];
  EXPECT_EQ(exact["low"], 118);
  EXPECT_EQ(exact["high"], 118);
  EXPECT_FALSE(exact.contains("low_open"));
  const OrderedJson& bound = claim["quantities"][1];
  EXPECT_EQ(bound["low"].dump(), "99.1235");
  EXPECT_TRUE(bound["high"].is_null());
  EXPECT_EQ(bound["low_open"], true);
  EXPECT_EQ(bound["approximate"], true);
}

TEST(AnnotationJsonTest, UnresolvedTimesHaveNoDays) {
  const OrderedJson times =
      Parsed(AnnotatedComparison())["claims"][0]["times"];
  EXPECT_EQ(times[0]["from"], "2026-03-02");
  EXPECT_TRUE(times[1]["from"].is_null());
}

TEST(AnnotationJsonTest, SpeakerStandsBesideHisWords) {
  const OrderedJson claims = Parsed(AnnotatedComparison())["claims"];
  EXPECT_TRUE(claims[0]["source_name"].is_null());
  EXPECT_EQ(claims[1]["source_name"], "Brightwater Lines");
  EXPECT_TRUE(claims[0]["source_kind"].is_null());
  EXPECT_EQ(claims[1]["source_kind"], "institutional");
  EXPECT_EQ(claims[1]["mode"], "indirect");
  EXPECT_EQ(claims[1]["certainty"], "hedged");
}

TEST(AnnotationJsonTest, ActsNameWhoDidWhatToWhom) {
  const OrderedJson claims = Parsed(AnnotatedComparison())["claims"];
  EXPECT_TRUE(claims[0]["act"].is_null());
  const OrderedJson& act = claims[1]["act"];
  EXPECT_EQ(act["voice"], "active");
  EXPECT_FALSE(act["undergoer"].is_null());
  EXPECT_FALSE(act.contains("agentless"));
}

TEST(AnnotationJsonTest, CausesNameTheirType) {
  const OrderedJson claims = Parsed(AnnotatedComparison())["claims"];
  EXPECT_TRUE(claims[0]["causes"].empty());
  EXPECT_EQ(claims[1]["causes"][0]["type"], "circumstance");
}

TEST(AnnotationJsonTest, ScoresThatWereNotGivenAreZero) {
  Comparison c = AnnotatedComparison();
  c.left_annotation.uncertain.clear();
  EXPECT_EQ(Parsed(c)["sentences"][3]["uncertain"], 0.0);
}

TEST(AnnotationJsonTest, HostileBytesGiveValidJson) {
  const Comparison c = HostileComparison();
  EXPECT_TRUE(
      OrderedJson::accept(AnnotationToJson(c.left, c.left_annotation)));
}

}  // namespace
}  // namespace rashomon
