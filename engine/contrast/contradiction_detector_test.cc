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
