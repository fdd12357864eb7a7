#include "engine/text/sentence_stop.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(SentenceStopTest, TakesMarksClosersAndSpace) {
  const std::string_view p = "He left?!\") Then";
  const SentenceStop stop = SentenceStopAt(p, 7, /*quote_open=*/true);
  EXPECT_TRUE(stop.exclaims);
  EXPECT_TRUE(stop.closes_quote);
  EXPECT_FALSE(stop.plain_stop);
  EXPECT_EQ(stop.marks_end, 9u);
  EXPECT_EQ(stop.end, 11u);
  EXPECT_EQ(stop.next, 12u);
}

TEST(SentenceStopTest, SpacedStopsAreOne) {
  EXPECT_EQ(SentenceStopAt("so . . . he", 3, false).marks_end, 8u);
  EXPECT_EQ(SentenceStopAt("a . .5", 2, false).marks_end, 3u);
}

TEST(SentenceStopTest, AMarkBeforeALetterClosesAnOpenQuotationOnly) {
  EXPECT_EQ(SentenceStopAt("said.\"The", 4, true).end, 6u);
  EXPECT_EQ(SentenceStopAt("said.\"The", 4, false).end, 5u);
  EXPECT_EQ(SentenceStopAt("Jr.'s", 2, true).end, 3u);
}

TEST(OpeningAtTest, LooksThroughOpeners) {
  const SentenceOpening quoted = OpeningAt("“So what”", 0);
  EXPECT_TRUE(quoted.quote);
  EXPECT_EQ(quoted.kind, OpeningKind::kCapital);
  EXPECT_EQ(quoted.word, "So");
  EXPECT_EQ(OpeningAt("iPhone", 0).kind, OpeningKind::kCapital);
  EXPECT_EQ(OpeningAt("the", 0).kind, OpeningKind::kLower);
  EXPECT_EQ(OpeningAt("16 men", 0).kind, OpeningKind::kDigit);
  EXPECT_EQ(OpeningAt("", 0).kind, OpeningKind::kEnd);
}

TEST(WordBeforeStopTest, KeepsInnerStops) {
  EXPECT_EQ(WordBeforeStop("in the U.S.", 0, 10), "U.S");
  EXPECT_EQ(WordBeforeStop("a -Ltd", 0, 6), "Ltd");
  EXPECT_EQ(WordBeforeStop("one two", 4, 7), "two");
  EXPECT_EQ(WordBeforeStop(std::string_view(), 0, 0), "");
}

}  // namespace
}  // namespace rashomon
