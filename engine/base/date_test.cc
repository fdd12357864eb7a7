#include "engine/base/date.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(DateTest, ReadsTheDayOfADateTimeAsWritten) {
  EXPECT_EQ(ParseIsoDate("2021-04-28"), Date(2021, 4, 28));
  EXPECT_EQ(ParseIsoDate("2021-04-28T23:59:00+03:00"), Date(2021, 4, 28));
  EXPECT_EQ(ParseIsoDate("2021-04-28 11:53"), Date(2021, 4, 28));
}

TEST(DateTest, RefusesDaysThatDoNotExist) {
  EXPECT_FALSE(ParseIsoDate("2021-02-31"));
  EXPECT_FALSE(ParseIsoDate("9999-99-99"));
  EXPECT_FALSE(ParseIsoDate("2021-04-2x"));
  EXPECT_FALSE(ParseIsoDate("2021-04-281"));
  EXPECT_FALSE(ParseIsoDate("2021-4-28"));
  EXPECT_FALSE(ParseIsoDate(""));
  EXPECT_TRUE(MakeDate(2020, 2, 29));
  EXPECT_FALSE(MakeDate(2021, 2, 29));
  EXPECT_FALSE(MakeDate(0, 1, 1));
}

TEST(DateTest, FormatsWithLeadingZeros) {
  EXPECT_EQ(FormatIsoDate(Date(987, 6, 5)), "0987-06-05");
}

}  // namespace
}  // namespace rashomon
