#include "engine/contrast/test_reports.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<Divergence> Found(const std::string& left,
                              const std::string& right) {
  return CandidatesOf(DivergenceKind::kQuantity, {left}, {right});
}

TEST(QuantityDetectorTest, OneNumberChanged) {
  EXPECT_TRUE(HasRule(Found("Police arrested 14 people at the harbour gate.",
                            "Police arrested 19 people at the harbour gate."),
                      "quantity.value"));
}

TEST(QuantityDetectorTest, SameValueInOtherWordsIsNone) {
  EXPECT_TRUE(Found("Police arrested 10 protesters at the harbour gate.",
                    "Police arrested ten protesters at the harbour gate.")
                  .empty());
}

TEST(QuantityDetectorTest, SumUnderABoundIsPrecision) {
  const std::vector<Divergence> found =
      Found("The decree names 16 organizations and 16 individuals.",
            "The decree names more than 30 individuals and organizations.");
  EXPECT_TRUE(HasRule(found, "quantity.precision"));
  EXPECT_FALSE(HasRule(found, "quantity.value"));
}

TEST(QuantityDetectorTest, LaterDeathTollIsAnUpdate) {
  const std::vector<Divergence> found = CandidatesOf(
      DivergenceKind::kQuantity,
      {"The flood in Velmora killed 12 people on the river bank.",
       "2020-03-04"},
      {"The flood in Velmora killed 17 people on the river bank.",
       "2020-03-06"});
  EXPECT_TRUE(HasRule(found, "quantity.update"));
  EXPECT_FALSE(HasRule(found, "quantity.value"));
}

TEST(QuantityDetectorTest, OtherDayOfTheWeek) {
  EXPECT_TRUE(
      HasRule(Found("Senators rejected the harbour treaty on Wednesday.",
                    "Senators rejected the harbour treaty on Thursday."),
              "quantity.time"));
}

TEST(QuantityDetectorTest, SumsOfMoneyNeedNoWordsInCommonRoundThem) {
  const std::string booked =
      "Backers booked $500,000 of airtime for the harbour advertisement in "
      "Almerin, Tessel and Lisna.";
  EXPECT_TRUE(HasRule(
      CandidatesOf(DivergenceKind::kQuantity, {booked},
                   {"The harbour advertisement, seen in Tessel, Lisna and "
                    "Almerin, will cost its makers $1 million."}),
      "quantity.value"));
  EXPECT_TRUE(CandidatesOf(DivergenceKind::kQuantity, {booked},
                           {"The ministry of fisheries spent $1 million on "
                            "nets."},
                           /*aligned=*/false)
                  .empty());
}

// Both sentences tell the same; the reports may be dated differently.
std::vector<Divergence> TimesOf(const std::string& left_day,
                                const std::string& left_published,
                                const std::string& right_day,
                                const std::string& right_published) {
  return CandidatesOf(
      DivergenceKind::kQuantity,
      {"The senate of Velmora voted to close the mines on " + left_day + ".",
       left_published},
      {"The senate of Velmora voted to close the mines on " + right_day + ".",
       right_published});
}

TEST(QuantityDetectorTest, OneWeekdayIsOneTimeHoweverTheReportsAreDated) {
  // The first Thursday is that of the week before, the second the day itself.
  EXPECT_TRUE(
      TimesOf("Thursday", "2020-03-04", "Thursday", "2020-03-05").empty());
  EXPECT_TRUE(TimesOf("Thursday night", "2020-03-04", "Thursday", "2020-03-05")
                  .empty());
  EXPECT_TRUE(HasRule(
      TimesOf("Tuesday", "2020-03-05", "Wednesday", "2020-03-05"),
      "quantity.time"));
}

TEST(QuantityDetectorTest, ABoundAtTheValueIsPrecision) {
  const std::vector<Divergence> found =
      Found("The war in Velmora has lasted six years.",
            "The war in Velmora has lasted more than six years.");
  EXPECT_TRUE(HasRule(found, "quantity.precision"));
  EXPECT_FALSE(HasRule(found, "quantity.value"));
}

// In sentences that tell other things.
std::vector<Divergence> FoundApart(const std::string& left,
                                   const std::string& right) {
  return CandidatesOf(DivergenceKind::kQuantity, {left}, {right},
                      /*aligned=*/false);
}

TEST(QuantityDetectorTest, ParticularNumbersMeetWhereverTheyStand) {
  EXPECT_TRUE(HasRule(
      FoundApart("The guild of Velmora claims a membership of about 1.8 "
                 "million.",
                 "It has 1.76 million members, its own report notes."),
      "quantity.precision"));
  EXPECT_TRUE(HasRule(
      FoundApart("The deal ends a monthlong strike by 48,000 workers.",
                 "Relief came for 46,000 striking workers on Monday."),
      "quantity.value"));
}

TEST(QuantityDetectorTest, AgesOfTwoPeopleAreNoOtherValue) {
  EXPECT_TRUE(FoundApart("Alda Verin, 76, set fire to the public land.",
                         "Her son Teo Lang, 49, left the public land.")
                  .empty());
  EXPECT_TRUE(HasRule(
      Found("Alda Verin, 76, set fire to the public land.",
            "Alda Verin, 67, set fire to the public land."),
      "quantity.value"));
}

TEST(QuantityDetectorTest, WhatTheOtherReportGivesAlikeIsNoOtherValue) {
  const std::string two =
      "Spending grows by 5 percent each year. Under the plan it grows by 3.4 "
      "percent each year.";
  EXPECT_FALSE(HasRule(Found(two, two), "quantity.value"));
}

TEST(QuantityDetectorTest, TwoActsOfOneStoryEachHaveTheirTime) {
  EXPECT_FALSE(HasRule(Found("On Friday the minister of Velmora resigned.",
                             "The opposition of Velmora named his successor, "
                             "Teo Verin, on Sunday."),
                       "quantity.time"));
}

}  // namespace
}  // namespace rashomon
