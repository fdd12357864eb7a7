#include "engine/contrast/contradiction_detector.h"

#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr DivergenceKind kKind = DivergenceKind::kContradiction;

TEST(ContradictionDetectorTest, DenialAgainstFact) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"The ministry denied that its missiles hit the shopping "
                    "mall in Almerin."},
                   {"Missiles hit the shopping mall in Almerin on Monday."}),
      "contradiction.denied"));
}

TEST(ContradictionDetectorTest, Negation) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"The senator did not sign the harbour treaty with "
                    "Almerin."},
                   {"The senator signed the harbour treaty with Almerin."}),
      "contradiction.negation"));
}

TEST(ContradictionDetectorTest, Opposites) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"The senator won the Almerin election on Sunday."},
                   {"The senator lost the Almerin election on Sunday."}),
      "contradiction.opposite"));
}

TEST(ContradictionDetectorTest, CalledFakeAgainstWhatTheOutletStatesItself) {
  const auto found = CandidatesOf(
      kKind,
      {"Claims of a Velmoran strike on the Almerin mall are fake, the "
       "ministry said."},
      {"Officials say there was a Velmoran strike on the Almerin mall. The "
       "Velmoran army launched a strike on the Almerin mall."});
  ASSERT_TRUE(HasRule(found, "contradiction.untrue"));
  EXPECT_EQ(found[0].right->sentence, 1) << found[0].right->quote;
}

TEST(ContradictionDetectorTest, FailedToAgainstDone) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"The senate failed to ratify the harbour treaty with "
                    "Almerin."},
                   {"The senate ratified the harbour treaty with Almerin."}),
      "contradiction.negation"));
}

TEST(ContradictionDetectorTest, DeniedNounAgainstDeed) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"The palace denied the arrest of two harbour pilots from "
                    "Almerin."},
                   {"Two harbour pilots from Almerin were arrested."}),
      "contradiction.denied"));
}

TEST(ContradictionDetectorTest, NegationAgainstAPlanIsNone) {
  EXPECT_TRUE(CandidatesOf(kKind,
                           {"The senator did not sign the harbour treaty with "
                            "Almerin."},
                           {"The senator plans to sign the harbour treaty with "
                            "Almerin."})
                  .empty());
}

TEST(ContradictionDetectorTest, WhatIsNotSaidIsNoContradiction) {
  EXPECT_TRUE(CandidatesOf(kKind,
                           {"The harbour board did not say when the crane in "
                            "Almerin fell."},
                           {"The crane in Almerin fell, the harbour board "
                            "said."})
                  .empty());
}

TEST(ContradictionDetectorTest, BothDenyIsNone) {
  EXPECT_TRUE(CandidatesOf(kKind,
                           {"The ministry denied that its missiles hit the "
                            "mall."},
                           {"That its missiles hit the mall was denied by the "
                            "ministry."})
                  .empty());
}

}  // namespace
}  // namespace rashomon
