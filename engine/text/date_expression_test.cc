#include "engine/text/date_expression.h"

#include <string>

#include "engine/base/strings.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::string Part(std::optional<int> value, std::size_t width) {
  if (!value) return std::string(width, '_');
  std::string digits = std::to_string(*value);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') +
         digits;
}

// "quote=2021-04-28T11:53"; unknown parts as underlines, a range as
// "..05-02"; several joined by " | ".
std::string Dates(std::string_view text) {
  std::string out;
  for (const DateExpression& d :
       FindDates(text, {Field::kText, 0, text.size()})) {
    if (!out.empty()) out += " | ";
    StrAppend(&out, Slice(text, d.span), "=", Part(d.year, 4), "-",
              Part(d.month, 2), "-", Part(d.day, 2));
    if (d.to_day) StrAppend(&out, "..", Part(d.to_month, 2), "-", *d.to_day);
    if (d.minute_of_day) {
      StrAppend(&out, "T", Part(*d.minute_of_day / 60, 2), ":",
                Part(*d.minute_of_day % 60, 2));
    }
  }
  return out;
}

TEST(DateExpressionTest, EnglishDatesWithYear) {
  EXPECT_EQ(Dates("28 Apr, 2021 11:53"),
            "28 Apr, 2021 11:53=2021-04-28T11:53");
  EXPECT_EQ(Dates("on April 28, 2021, they met"),
            "April 28, 2021=2021-04-28");
  EXPECT_EQ(Dates("on 28 April 2021."), "28 April 2021=2021-04-28");
  EXPECT_EQ(Dates("the 28th of April 2021"), "28th of April 2021=2021-04-28");
  EXPECT_EQ(Dates("APRIL 28 2021"), "APRIL 28 2021=2021-04-28");
  EXPECT_EQ(Dates("Published Apr. 28, 2021 at 3:05 p.m. EDT"),
            "Apr. 28, 2021 at 3:05 p.m.=2021-04-28T15:05");
  EXPECT_EQ(Dates("11:53, 28 April 2021"),
            "11:53, 28 April 2021=2021-04-28T11:53");
}

TEST(DateExpressionTest, EnglishDatesWithoutYear) {
  EXPECT_EQ(Dates("WASHINGTON, April 28. /TASS/. The"),
            "April 28=____-04-28");
  EXPECT_EQ(Dates("On Sept. 11 the"), "Sept. 11=____-09-11");
  EXPECT_EQ(Dates("on the 3rd of May, she"), "3rd of May=____-05-03");
  EXPECT_EQ(Dates("Monday, May 3, she"), "May 3=____-05-03");
}

TEST(DateExpressionTest, RangesOfDays) {
  EXPECT_EQ(Dates("runs from Sept. 12-25."),
            "Sept. 12-25=____-09-12..__-25");
  EXPECT_EQ(Dates("on May 20–21, 2021"), "May 20–21, 2021=2021-05-20..__-21");
  EXPECT_EQ(Dates("12-25 September 2017"),
            "12-25 September 2017=2017-09-12..__-25");
  EXPECT_EQ(Dates("April 28 - May 2, 2021"),
            "April 28 - May 2, 2021=2021-04-28..05-2");
  EXPECT_EQ(Dates("28 апреля — 2 мая 2021 года"),
            "28 апреля — 2 мая 2021 года=2021-04-28..05-2");
  EXPECT_EQ(Dates("с 12 по 25 сентября"), "12 по 25 сентября=____-09-12..__-25");
}

TEST(DateExpressionTest, RussianDates) {
  EXPECT_EQ(Dates("28 апреля 2021 г. в Москве"),
            "28 апреля 2021 г.=2021-04-28");
  EXPECT_EQ(Dates("13 сентября 2017 года."), "13 сентября 2017 года=2017-09-13");
  EXPECT_EQ(Dates("28 АПРЕЛЯ, 11:53"), "28 АПРЕЛЯ, 11:53=____-04-28T11:53");
  EXPECT_EQ(Dates("28 апр. 2021"), "28 апр. 2021=2021-04-28");
  EXPECT_EQ(Dates("в апреле 2021 года"), "апреле 2021 года=2021-04-__");
  EXPECT_EQ(Dates("1-го мая"), "1-го мая=____-05-01");
  EXPECT_EQ(Dates("в 2016 году"), "2016 году=2016-__-__");
}

TEST(DateExpressionTest, NumericDates) {
  EXPECT_EQ(Dates("2021-04-28"), "2021-04-28=2021-04-28");
  EXPECT_EQ(Dates("2021-04-28T11:53:00Z").substr(0, 16), "2021-04-28T11:53");
  EXPECT_EQ(Dates("date 2021-04-28 WASHINGTON, April 28."),
            "2021-04-28=2021-04-28 | April 28=____-04-28");
  EXPECT_EQ(Dates("13.09.2017, 14:05"), "13.09.2017, 14:05=2017-09-13T14:05");
  EXPECT_EQ(Dates("28/04/2021"), "28/04/2021=2021-04-28");
  EXPECT_EQ(Dates("04/28/2021"), "04/28/2021=2021-04-28");
  EXPECT_EQ(Dates("2021/04/28"), "2021/04/28=2021-04-28");
}

TEST(DateExpressionTest, AmbiguousStrokesAreNotRead) {
  EXPECT_EQ(Dates("on 04/05/2021"), "");
  EXPECT_EQ(Dates("on 05/05/2021"), "05/05/2021=2021-05-05");
}

TEST(DateExpressionTest, MonthAndYear) {
  EXPECT_EQ(Dates("in April 2021 and"), "April 2021=2021-04-__");
  EXPECT_EQ(Dates("in May, 2017, he"), "May, 2017=2017-05-__");
  EXPECT_EQ(Dates("in April of 2021."), "April of 2021=2021-04-__");
}

TEST(DateExpressionTest, BareMonthsNeedATemporalWord) {
  EXPECT_EQ(Dates("at the end of May, when"), "May=____-05-__");
  EXPECT_EQ(Dates("in mid-March."), "March=____-03-__");
  EXPECT_EQ(Dates("состоится в июне"), "июне=____-06-__");
  EXPECT_EQ(Dates("the government of May fell"), "");
  EXPECT_EQ(Dates("April resigned"), "");
}

TEST(DateExpressionTest, LoneYearsNeedContext) {
  EXPECT_EQ(Dates("in 2016, she"), "2016=2016-__-__");
  EXPECT_EQ(Dates("the 2020 election"), "2020=2020-__-__");
  EXPECT_EQ(Dates("the 2016 U.S. presidential election"), "2016=2016-__-__");
  EXPECT_EQ(Dates("president from 2000 to 2006, said"),
            "2000=2000-__-__ | 2006=2006-__-__");
  EXPECT_EQ(Dates("by 2025."), "2025=2025-__-__");
  EXPECT_EQ(Dates("a crowd of 2000 supporters"), "");
  EXPECT_EQ(Dates("killed 2016 people"), "");
  EXPECT_EQ(Dates("in 2000 homes"), "");
  EXPECT_EQ(Dates("in the 1990s"), "");
  EXPECT_EQ(Dates("paid $2016 for it"), "");
}

TEST(DateExpressionTest, ModalsVerbsAndNamesAreNoMonths) {
  EXPECT_EQ(Dates("They may 5 times"), "");
  EXPECT_EQ(Dates("It may 2017"), "");
  EXPECT_EQ(Dates("Theresa May 2017 manifesto"), "");
  EXPECT_EQ(Dates("Prime Minister May, 63, said"), "");
  EXPECT_EQ(Dates("soldiers march 20 miles"), "");
  EXPECT_EQ(Dates("March 10 miles a day"), "");
  EXPECT_EQ(Dates("she sat 5 hours in the sun"), "");
  EXPECT_EQ(Dates("at Mar-a-Lago with 28 Mar-a-Lago guests"), "");
}

TEST(DateExpressionTest, LargerNumbersAreNoDays) {
  EXPECT_EQ(Dates("In March 5,000 people came"), "March=____-03-__");
  EXPECT_EQ(Dates("rose by 1,228 Apr"), "");
  EXPECT_EQ(Dates("April 28.5"), "");
}

TEST(DateExpressionTest, ImpossibleDatesAreNotReturned) {
  EXPECT_EQ(Dates("31 February 2021"), "");
  EXPECT_EQ(Dates("February 31, 2021"), "");
  EXPECT_EQ(Dates("29 February 2021"), "");
  EXPECT_EQ(Dates("29 February 2020"), "29 February 2020=2020-02-29");
  EXPECT_EQ(Dates("29 February"), "29 February=____-02-29");
  EXPECT_EQ(Dates("99/99/9999"), "");
  EXPECT_EQ(Dates("31 апреля 2021 г."), "");
  EXPECT_EQ(Dates("2021-13-01"), "");
  EXPECT_EQ(Dates("April 0"), "");
  EXPECT_EQ(Dates("version 1.2.3.2017"), "");
}

TEST(DateExpressionTest, HugeNumbersAreSkipped) {
  const std::string digits(10'000, '9');
  EXPECT_EQ(Dates("April " + digits + " and " + digits + " May"), "");
  EXPECT_EQ(Dates(digits + "-04-28"), "");
}

TEST(DateExpressionTest, ADateDoesNotCrossAParagraph) {
  EXPECT_EQ(Dates("until April\n\n28 people"), "April=____-04-__");
  EXPECT_EQ(Dates("on April\n28 they"), "April\n28=____-04-28");
}

TEST(DateExpressionTest, SpansCountFromTheStartOfTheField) {
  const std::string text = "Ещё вчера, 28 апреля, шёл дождь 3 мая";
  const std::size_t begin = text.find("28");
  const std::vector<DateExpression> dates =
      FindDates(text, {Field::kTitle, begin, begin + 20});
  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(dates[0].span, (Span{Field::kTitle, begin, begin + 15}));
}

TEST(DateExpressionTest, AnyBytesAreSurvived) {
  EXPECT_EQ(Dates(""), "");
  EXPECT_EQ(Dates("\xD0"), "");
  EXPECT_EQ(Dates("28 \xD0\xBC\xD0"), "");
  EXPECT_EQ(Dates("1-2-3-4/5/6.7.8 :: 28:28:28 p.m"), "");
}

}  // namespace
}  // namespace rashomon
