#include "engine/text/abbreviation.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(AbbreviationTest, CaseIsExactThenLower) {
  EXPECT_EQ(AbbreviationClass("Gen"), StopClass::kNever);
  EXPECT_EQ(AbbreviationClass("gen"), StopClass::kOrdinary);
  EXPECT_EQ(AbbreviationClass("Vs"), StopClass::kNever);
  EXPECT_EQ(AbbreviationClass("Ул"), StopClass::kNever);
}

TEST(AbbreviationTest, InnerStopsStay) {
  EXPECT_EQ(AbbreviationClass("U.S"), StopClass::kStarter);
  EXPECT_EQ(AbbreviationClass("т.е"), StopClass::kNever);
  EXPECT_EQ(AbbreviationClass("p.m"), StopClass::kClock);
}

TEST(AbbreviationTest, OrdinaryWordsAreNone) {
  EXPECT_EQ(AbbreviationClass("table"), StopClass::kOrdinary);
  EXPECT_EQ(AbbreviationClass(""), StopClass::kOrdinary);
  EXPECT_EQ(AbbreviationClass("неизвестность"), StopClass::kOrdinary);
}

TEST(AbbreviationTest, WordsOfTheTablesAreFound) {
  EXPECT_TRUE(IsSentenceStarter("However"));
  EXPECT_TRUE(IsSentenceStarter("Однако"));
  EXPECT_FALSE(IsSentenceStarter("Senate"));
  EXPECT_TRUE(IsReportingVerb("asked"));
  EXPECT_TRUE(FollowsClock("EDT"));
}

}  // namespace
}  // namespace rashomon
