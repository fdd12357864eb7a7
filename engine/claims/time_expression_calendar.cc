#include "engine/claims/time_expression_calendar.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace rashomon {
namespace {

// A date without a year lies at most so many days ahead.
constexpr int kMaxDaysAhead = 120;
// Half a week either way: "two weeks ago".
constexpr int kWeekBlur = 3;
// From this length on an interval is a year or longer.
constexpr int kYearDays = 360;

DateInterval Months(Date day, int offset, int count) {
  const absl::CivilMonth first = absl::CivilMonth(day) + offset;
  return {Date(first), Date(first + count) - 1};
}

DateInterval Years(Date day, int offset, int count) {
  const absl::CivilYear first = absl::CivilYear(day) + offset;
  return {Date(first), Date(first + count) - 1};
}

// The run of `size` that holds `value`, counted from `origin`.
int RunOf(int value, int size, int origin) {
  return (value - origin) / size * size + origin;
}

int MonthsIn(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kMonth: return 1;
    case TimeUnit::kQuarter: return 3;
    case TimeUnit::kHalf: return 6;
    case TimeUnit::kYear: return 12;
    case TimeUnit::kDecade: return 120;
    case TimeUnit::kCentury: return 1200;
    default: return 0;
  }
}

int DaysIn(TimeUnit unit) {
  return unit == TimeUnit::kWeek || unit == TimeUnit::kWeekend ? 7 : 1;
}

// `day` moved by whole months; the 31st becomes the last day there is.
Date AddMonths(Date day, int months) {
  const absl::CivilMonth month = absl::CivilMonth(day) + months;
  const Date last = Date(month + 1) - 1;
  return std::min(Date(month) + (day.day() - 1), last);
}

}  // namespace

TimeUnit TimeUnitNamed(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, TimeUnit>, 10>
      kUnits = {{{"hour", TimeUnit::kHour},
                 {"day", TimeUnit::kDay},
                 {"weekend", TimeUnit::kWeekend},
                 {"week", TimeUnit::kWeek},
                 {"month", TimeUnit::kMonth},
                 {"quarter", TimeUnit::kQuarter},
                 {"half", TimeUnit::kHalf},
                 {"year", TimeUnit::kYear},
                 {"decade", TimeUnit::kDecade},
                 {"century", TimeUnit::kCentury}}};
  for (const auto& [unit_name, unit] : kUnits) {
    if (unit_name == name) return unit;
  }
  return TimeUnit::kNone;
}

int WeekdayOf(Date day) {
  return static_cast<int>(absl::GetWeekday(day)) + 1;
}

DateInterval Shift(TimeUnit unit, Date day, int offset) {
  const int year = static_cast<int>(day.year());
  switch (unit) {
    case TimeUnit::kWeek: {
      const Date monday = day - (WeekdayOf(day) - 1) + 7 * offset;
      return {monday, monday + 6};
    }
    case TimeUnit::kWeekend: {
      const Date monday = day - (WeekdayOf(day) - 1) + 7 * offset;
      return {monday + 5, monday + 6};
    }
    case TimeUnit::kMonth: return Months(day, offset, 1);
    case TimeUnit::kQuarter:
    case TimeUnit::kHalf: {
      const int size = MonthsIn(unit);
      const Date first(year, RunOf(day.month(), size, 1), 1);
      return Months(first, offset * size, size);
    }
    case TimeUnit::kYear: return Years(day, offset, 1);
    case TimeUnit::kDecade:
      return Years(Date(RunOf(year, 10, 0), 1, 1), 10 * offset, 10);
    case TimeUnit::kCentury:
      return Years(Date(RunOf(year, 100, 1), 1, 1), 100 * offset, 100);
    default: return {day + offset, day + offset};
  }
}

DateInterval Window(TimeUnit unit, Date day, int count) {
  const int months = MonthsIn(unit);
  Date other = months > 0 ? AddMonths(day, months * count)
                          : day + DaysIn(unit) * count;
  if (unit == TimeUnit::kHour) other = day + count / 24;
  return {std::min(day, other), std::max(day, other)};
}

DateInterval Point(TimeUnit unit, Date day, int count) {
  switch (unit) {
    case TimeUnit::kHour: {
      const int days = count / 24;
      return {day + days, day + days};
    }
    case TimeUnit::kDay: return {day + count, day + count};
    case TimeUnit::kWeek:
    case TimeUnit::kWeekend: {
      const Date middle = day + 7 * count;
      return {middle - kWeekBlur, middle + kWeekBlur};
    }
    default: return Shift(unit, day, count);
  }
}

DateInterval PartOfYear(TimeUnit unit, int year, int index) {
  const int size = MonthsIn(unit);
  return Months(Date(year, 1, 1), size * (index - 1), size);
}

DateInterval Season(int year, int month) {
  return Months(Date(year, month, 1), 0, 3);
}

namespace {

// In whole months: "early 2019" is January to April.
DateInterval ThirdOfYears(DateInterval interval, TimeEdge edge) {
  const int months = static_cast<int>(absl::CivilMonth(interval.to) -
                                      absl::CivilMonth(interval.from)) + 1;
  const int third = months / 3;
  const int first = edge == TimeEdge::kEarly    ? 0
                    : edge == TimeEdge::kMiddle ? third
                                                : months - third;
  return Months(interval.from, first, third);
}

}  // namespace

DateInterval Edge(DateInterval interval, TimeEdge edge) {
  const int days = static_cast<int>(interval.to - interval.from) + 1;
  const bool thirds = edge == TimeEdge::kEarly || edge == TimeEdge::kMiddle ||
                      edge == TimeEdge::kLate;
  if (days >= kYearDays && thirds) return ThirdOfYears(interval, edge);
  const int third = std::max(days / 3, 1);
  switch (edge) {
    case TimeEdge::kStart:
      if (days >= kYearDays) return Months(interval.from, 0, days / kYearDays);
      [[fallthrough]];
    case TimeEdge::kEarly:
      return {interval.from, interval.from + (third - 1)};
    case TimeEdge::kMiddle:
      return {interval.from + third, interval.to - third};
    case TimeEdge::kEnd:
      if (days >= kYearDays) {
        const int months = days / kYearDays;
        return Months(interval.to, 1 - months, months);
      }
      [[fallthrough]];
    case TimeEdge::kLate:
      break;
  }
  return {interval.to - (third - 1), interval.to};
}

std::optional<DateInterval> DaysOf(const DateExpression& date, int year) {
  if (!date.month) {
    return DateInterval{Date(year, 1, 1), Date(year, 12, 31)};
  }
  if (!date.day) return Months(Date(year, *date.month, 1), 0, 1);
  const std::optional<Date> from = MakeDate(year, *date.month, *date.day);
  if (!from) return std::nullopt;
  if (!date.to_day) return DateInterval{*from, *from};
  const int to_month = date.to_month.value_or(*date.month);
  const std::optional<Date> to = MakeDate(
      to_month < *date.month ? year + 1 : year, to_month, *date.to_day);
  if (!to || *to < *from) return std::nullopt;
  return DateInterval{*from, *to};
}

std::optional<DateInterval> NearestDays(const DateExpression& date,
                                        Date published, int shift) {
  std::optional<DateInterval> best;
  int best_distance = 0;
  for (int offset = -1; offset <= 1; ++offset) {
    const int year = static_cast<int>(published.year()) + offset;
    if (year < 1 || year > 9999) continue;
    const std::optional<DateInterval> days = DaysOf(date, year);
    if (!days) continue;
    const int ahead = static_cast<int>(days->from - published);
    if (shift == 0 && ahead > kMaxDaysAhead) continue;
    if (shift < 0 && days->to >= published) continue;
    if (shift > 0 && days->from <= published) continue;
    const int distance = std::abs(ahead);
    if (!best || distance < best_distance) {
      best = days;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace rashomon
