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

TEST(AgencyDetectorTest, APlaceInCommonIsNoActorInCommon) {
  EXPECT_TRUE(HasRule(
      CandidatesOf(kKind,
                   {"A U.S. court issued a warrant for the tanker Almerin."},
                   {"The U.S. treasury issued a warrant for the tanker "
                    "Almerin."}),
      "agency.actor"));
}

TEST(AgencyDetectorTest, AnActorThatTheOtherClauseNamesIsNone) {
  EXPECT_TRUE(
      CandidatesOf(kKind,
                   {"The publicist arranged the meeting at the Almerin tower."},
                   {"Friends of the publicist arranged the meeting at the "
                    "Almerin tower."})
          .empty());
}

TEST(AgencyDetectorTest, AComplaintFiledInAnUnalignedSentenceIsNone) {
  EXPECT_TRUE(CandidatesOf(kKind,
                           {"The harbour council met on Monday. Residents "
                            "filed a complaint against the Almerin power "
                            "plant."},
                           {"A complaint against the Almerin power plant was "
                            "filed last year. Inspectors arrive in June."},
                           /*aligned=*/false)
                  .empty());
}

TEST(AgencyDetectorTest, ALongUndergoerIsCutToTheVerb) {
  const auto found = CandidatesOf(
      kKind,
      {"The ministry closed nineteen schools in the valley on Monday."},
      {"Nineteen schools in eight towns on both banks of the river and the "
       "lake were closed on Monday."});
  ASSERT_TRUE(HasRule(found, "agency.agent-dropped"));
  EXPECT_EQ(found[0].right->quote,
            "the river and the lake were closed on Monday");
}

TEST(AgencyDetectorTest, ActiveAndPassiveThatNameTheAgentAreNone) {
  EXPECT_TRUE(
      CandidatesOf(kKind,
                   {"Riot police killed two miners at the Almerin pit."},
                   {"Two miners were killed by riot police at the Almerin "
                    "pit."})
          .empty());
}

// Two reports whose deeds stand in sentences that are not aligned.
constexpr const char* kShellingByOneSide =
    "The harbour council met on Monday. Velmora's shelling of the Almerin power "
    "plant puts the valley at risk, the ministry said.";

TEST(AgencyDetectorTest, ADeedToldWithoutItsDoerAnywhere) {
  const auto found = CandidatesOf(
      kKind, {kShellingByOneSide},
      {"The Almerin power plant has been shelled several times. Inspectors "
       "arrive in June."},
      /*aligned=*/false);
  ASSERT_TRUE(HasRule(found, "agency.agent-dropped"));
  EXPECT_EQ(found[0].left->quote,
            "Velmora's shelling of the Almerin power plant");
}

TEST(AgencyDetectorTest, ADeedWhoseDoerStandsElsewhereIsNone) {
  EXPECT_FALSE(HasRule(
      CandidatesOf(kKind, {kShellingByOneSide},
                   {"The Almerin power plant has been shelled several times. "
                    "Velmora shelled the Almerin power plant on Monday."},
                   /*aligned=*/false),
      "agency.agent-dropped"));
}

TEST(AgencyDetectorTest, ADeniedDeedNamesNobody) {
  EXPECT_TRUE(CandidatesOf(kKind,
                           {"Velmora denied shelling the Almerin power plant."},
                           {"The Almerin power plant has been shelled several "
                            "times."})
                  .empty());
}

}  // namespace
}  // namespace rashomon
