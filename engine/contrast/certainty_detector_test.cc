#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<Divergence> Found(const std::string& left,
                              const std::string& right) {
  return CandidatesOf(DivergenceKind::kCertainty, {left}, {right});
}

TEST(CertaintyDetectorTest, AllegedAgainstBare) {
  EXPECT_TRUE(HasRule(
      Found("Sanctions followed the alleged sabotage of two cranes.",
            "Sanctions followed the sabotage of two cranes."),
      "certainty.alleged"));
}

TEST(CertaintyDetectorTest, EvidenceCutsNoNameInTwo) {
  const std::vector<Divergence> found =
      Found("The court let victims sue South Velmora for its alleged sabotage "
            "of two cranes.",
            "The court let victims sue South Velmora for its sabotage of two "
            "cranes.");
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found[0].left->quote.starts_with("South Velmora"))
      << found[0].left->quote;
}

TEST(CertaintyDetectorTest, AllegingAgainstBare) {
  EXPECT_TRUE(HasRule(
      Found("The vote followed videos alleging sabotage of two cranes.",
            "The vote followed the sabotage of two cranes."),
      "certainty.alleged"));
}

TEST(CertaintyDetectorTest, PlanAgainstDeed) {
  EXPECT_TRUE(HasRule(Found("The harbour board is prepared to sell two cranes "
                            "to Velmora.",
                            "The harbour board sold two cranes to Velmora."),
                      "certainty.future"));
}

TEST(CertaintyDetectorTest, ThoughtAgainstFact) {
  EXPECT_TRUE(HasRule(Found("Engineers think that a crack toppled two harbour "
                            "cranes in Velmora.",
                            "A crack toppled two harbour cranes in Velmora."),
                      "certainty.hedge"));
}

TEST(CertaintyDetectorTest, AnotherVerbOfTheSameSubjectAndObject) {
  EXPECT_TRUE(HasRule(Found("The harbour board may have handed two cranes to "
                            "Velmora.",
                            "The harbour board gave two cranes to Velmora."),
                      "certainty.hedge"));
}

TEST(CertaintyDetectorTest, AnInfinitiveIsNoDeed) {
  EXPECT_TRUE(Found("The harbour board will sell two cranes to Velmora.",
                    "A plan to sell two cranes to Velmora came from the "
                    "harbour board.")
                  .empty());
}

TEST(CertaintyDetectorTest, WhatASpeakerLeavesOpenIsHis) {
  EXPECT_TRUE(Found("\"The harbour board may have sold two cranes to "
                    "Velmora,\" the mayor said.",
                    "The harbour board sold two cranes to Velmora.")
                  .empty());
}

TEST(CertaintyDetectorTest, AllegedOnBothSidesIsNone) {
  EXPECT_TRUE(Found("Sanctions followed the alleged sabotage of two cranes.",
                    "Sanctions followed the alleged sabotage of the cranes.")
                  .empty());
}

TEST(CertaintyDetectorTest, HedgeOfAnotherActIsNone) {
  EXPECT_TRUE(Found("Sanctions followed the alleged sabotage of two cranes.",
                    "Sanctions followed a vote in the northern parliament.")
                  .empty());
}

}  // namespace
}  // namespace rashomon
