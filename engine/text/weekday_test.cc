#include "engine/text/weekday.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

WeekdaySet Days(int first, int second) {
  WeekdaySet days;
  days.Add(first);
  days.Add(second);
  return days;
}

TEST(WeekdayTest, DaysAreKnownInBothLanguagesAndAllForms) {
  EXPECT_EQ(NamedWeekday("monday"), 1);
  EXPECT_EQ(NamedWeekday("sunday's"), 7);
  EXPECT_EQ(NamedWeekday("вторника"), 2);
  EXPECT_EQ(NamedWeekday("среду"), 3);
}

TEST(WeekdayTest, OtherWordsAreNoDays) {
  EXPECT_EQ(NamedWeekday("среды"), std::nullopt);
  EXPECT_EQ(NamedWeekday("mondays"), std::nullopt);
  EXPECT_EQ(NamedWeekday("'s"), std::nullopt);
  EXPECT_EQ(NamedWeekday(""), std::nullopt);
}

TEST(WeekdayTest, SetsAgreeWhereTheyShareADay) {
  EXPECT_EQ(Agreement(Days(1, 2), Days(2, 7)), 1);
  EXPECT_EQ(Agreement(Days(1, 2), Days(3, 7)), -1);
  EXPECT_EQ(Agreement(Days(1, 2), WeekdaySet()), 0);
  EXPECT_EQ(Agreement(WeekdaySet(), WeekdaySet()), 0);
}

}  // namespace
}  // namespace rashomon
