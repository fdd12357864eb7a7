// Intervals of the calendar that times in news speak of.
//
//   Shift(TimeUnit::kWeek, day, -1)          // Monday to Sunday before
//   Window(TimeUnit::kWeek, day, -3)         // the past three weeks, to today
//   Third(interval, DayThird::kEarly)        // "early May"
#ifndef RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_CALENDAR_H_
#define RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_CALENDAR_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/date.h"
#include "engine/text/date_expression.h"

namespace rashomon {

enum class TimeUnit : std::uint8_t {
  kNone, kHour, kDay, kWeekend, kWeek, kMonth, kQuarter, kHalf, kYear, kDecade,
  kCentury,
};

// "day", "week" ... as times.tsv has them.
TimeUnit TimeUnitNamed(std::string_view name);

// Monday 1 to Sunday 7.
int WeekdayOf(Date day);

// The unit that holds `day`, moved by `offset` units.
DateInterval Shift(TimeUnit unit, Date day, int offset);

// `count` units that end at `day` (negative) or begin there.
DateInterval Window(TimeUnit unit, Date day, int count);

// The point `count` units from `day`, as exactly as such words are meant: a
// day for days, a week for weeks, the month or year for those.
DateInterval Point(TimeUnit unit, Date day, int count);

// Part `index` (from 1) of the `unit` kQuarter or kHalf of a year.
DateInterval PartOfYear(TimeUnit unit, int year, int index);

// Spring is March to May; winter begins in December of `year`. `month`: 3, 6,
// 9 or 12.
DateInterval Season(int year, int month);

enum class TimeEdge : std::uint8_t { kEarly, kMiddle, kLate, kStart, kEnd };

// "early", "mid" and "late" are thirds; "the end of" a year its last month.
DateInterval Edge(DateInterval interval, TimeEdge edge);

// A date read in the given year; nothing where it does not exist there.
std::optional<DateInterval> DaysOf(const DateExpression& date, int year);

// The year in which a date without one lies nearest to `published`; news looks
// back more than ahead. `shift` -1: before ("last March"), 1: after.
std::optional<DateInterval> NearestDays(const DateExpression& date,
                                        Date published, int shift);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_CALENDAR_H_
