#include "tools/evaluate/extraction_eval.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rashomon {
namespace {

using ::testing::ElementsAre;

TEST(ShingleWords, AreRunsOfLettersDigitsAndUnderscores) {
  EXPECT_THAT(ShingleWords("It's 3.5_m – не так!"),
              ElementsAre("It", "s", "3", "5_m", "не", "так"));
}

TEST(CountShingles, EqualTextsShareAll) {
  const ShingleCounts c = CountShingles("a b c d e", "a, b c d. e");
  EXPECT_EQ(c.shared, 2);
  EXPECT_EQ(c.expected, 2);
  EXPECT_EQ(c.found, 2);
}

TEST(CountShingles, RepeatedTextCountsAgainstPrecision) {
  const ShingleCounts c = CountShingles("a b c d", "a b c d a b c d");
  EXPECT_EQ(c.shared, 1);
  EXPECT_EQ(c.found, 5);
}

TEST(CountShingles, ShortTextsAreOneShingleAndEmptyOnesNone) {
  EXPECT_EQ(CountShingles("a b", "a b").shared, 1);
  EXPECT_EQ(CountShingles("a b", "").found, 0);
  EXPECT_EQ(CountShingles("", "a b").expected, 0);
}

}  // namespace
}  // namespace rashomon
