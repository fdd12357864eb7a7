#include "engine/contrast/agency_detector.h"

#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr DivergenceKind kKind = DivergenceKind::kAgency;

TEST(AgencyDetectorTest, PassiveWithoutAgent) {
  const auto found = CandidatesOf(
      kKind, {"Riot police killed two miners at the Almerin pit on Monday."},
      {"Two miners were killed at the Almerin pit on Monday."});
  ASSERT_TRUE(HasRule(found, "agency.agent-dropped"));
}

TEST(AgencyDetectorTest, OtherActor) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"The publicist arranged the meeting at the Almerin tower "
                    "in June."},
                   {"The senator arranged the meeting at the Almerin tower in "
                    "June."}),
      "agency.actor"));
}

TEST(AgencyDetectorTest, ActiveAndPassiveThatNameTheAgentAreNone) {
  EXPECT_TRUE(
      CandidatesOf(kKind,
                   {"Riot police killed two miners at the Almerin pit."},
                   {"Two miners were killed by riot police at the Almerin "
                    "pit."})
          .empty());
}

}  // namespace
}  // namespace rashomon
