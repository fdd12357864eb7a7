#include "engine/contrast/cause_detector.h"

#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr DivergenceKind kKind = DivergenceKind::kCause;

TEST(CauseDetectorTest, OtherReason) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"Almerin expelled ten diplomats because of alleged spying "
                    "at the port."},
                   {"Almerin expelled ten diplomats in response to unpaid "
                    "harbour fees."}),
      "cause.other"));
}

TEST(CauseDetectorTest, NoReasonOnOneSide) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"The governor resigned because of several harassment "
                    "claims."},
                   {"The governor of the state resigned on Monday."}),
      "cause.one-sided"));
}

TEST(CauseDetectorTest, TheSameReasonIsNone) {
  EXPECT_TRUE(
      CandidatesOf(kKind,
                   {"Almerin expelled ten diplomats because of spying."},
                   {"Because of spying, ten diplomats were expelled by "
                    "Almerin."})
          .empty());
}

}  // namespace
}  // namespace rashomon
