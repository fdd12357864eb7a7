#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<Divergence> Found(const std::string& left,
                              const std::string& right) {
  return CandidatesOf(DivergenceKind::kAttribution, {left}, {right});
}

TEST(AttributionDetectorTest, OwnVoiceAgainstAttributed) {
  EXPECT_TRUE(HasRule(
      Found("Minister Ada Lund said the dockers sabotaged two cranes in "
            "Velmora.",
            "The dockers sabotaged two cranes in Velmora."),
      "attribution.own-voice"));
}

TEST(AttributionDetectorTest, SaidAgainstClaimed) {
  EXPECT_TRUE(HasRule(
      Found("Ada Lund said the dockers sabotaged two cranes in Velmora.",
            "Ada Lund claimed the dockers sabotaged two cranes in Velmora."),
      "attribution.cue"));
}

TEST(AttributionDetectorTest, ThePersonAgainstTheHouse) {
  EXPECT_TRUE(HasRule(
      Found("Harbour authority spokeswoman Ada Lund said the dockers sabotaged "
            "two cranes in Velmora.",
            "The harbour authority said the dockers sabotaged two cranes."),
      "attribution.unnamed"));
}

TEST(AttributionDetectorTest, PoliceAgainstAProsecutorByName) {
  EXPECT_TRUE(HasRule(
      Found("Two cranes were sabotaged in Velmora by the dockers, police said.",
            "Prosecutor Ada Lund said the dockers sabotaged two cranes in "
            "Velmora."),
      "attribution.source"));
}

// "The lawmaker" may be the one whom the other report names.
TEST(AttributionDetectorTest, ADefiniteDescriptionIsNoOtherSource) {
  EXPECT_TRUE(
      Found("Ada Lund said the dockers sabotaged two cranes in Velmora.",
            "The lawmaker said the dockers sabotaged two cranes in Velmora.")
          .empty());
}

// One utterance has one speaker.
TEST(AttributionDetectorTest, TheSameQuotationOfSomebodyDescribedIsNone) {
  EXPECT_TRUE(
      Found("\"The dockers sabotaged two cranes in Velmora,\" Ada Lund said.",
            "\"The dockers sabotaged two cranes in Velmora,\" said a "
            "politician.")
          .empty());
}

TEST(AttributionDetectorTest, WhoIsToldIsNoOtherSource) {
  EXPECT_TRUE(
      Found("The Velmora Herald reported that the dockers sabotaged two "
            "cranes.",
            "Ada Lund told the Velmora Herald that the dockers sabotaged two "
            "cranes.")
          .empty());
}

TEST(AttributionDetectorTest, AnotherContentOfTheSameTopicIsNone) {
  EXPECT_TRUE(
      Found("Ada Lund said the dockers in Velmora sabotaged two cranes.",
            "Police said the harbour of Velmora stays open until Friday.")
          .empty());
}

TEST(AttributionDetectorTest, WhatTheFarReportAttributesElsewhereIsNone) {
  EXPECT_FALSE(HasRule(
      Found("Ada Lund said the dockers sabotaged two cranes in Velmora.",
            "The dockers sabotaged two cranes in Velmora. The sabotage of two "
            "cranes in Velmora was the work of dockers, Lund said."),
      "attribution.own-voice"));
}

TEST(AttributionDetectorTest, LongerFormOfTheNameIsNone) {
  EXPECT_TRUE(
      Found("Lund said the dockers sabotaged two cranes in Velmora.",
            "Minister Ada Lund said the dockers sabotaged two cranes in "
            "Velmora.")
          .empty());
}

}  // namespace
}  // namespace rashomon
