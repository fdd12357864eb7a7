// Absolute dates written out in text, the one place that reads them.
//
//   FindDates("28 Apr, 2021 11:53")   -> {span, 2021, 4, 28, "11:53"}
//   FindDates("April 28. /TASS/")     -> {span, no year, 4, 28}
//   FindDates("13 сентября 2017 года")-> {span, 2017, 9, 13}
//
// Relative expressions ("on Tuesday", "last week") and the resolution of dates
// without a year are engine/claims/time_expression.h's work, on top of this.
#ifndef RASHOMON_ENGINE_TEXT_DATE_EXPRESSION_H_
#define RASHOMON_ENGINE_TEXT_DATE_EXPRESSION_H_

#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/span.h"

namespace rashomon {

struct DateExpression {
  Span span;                 // of the whole expression, time of day included
  std::optional<int> year;   // 1..9999
  std::optional<int> month;  // 1..12
  std::optional<int> day;    // 1..31, valid for the month
  // Last day of a range such as "September 12-25"; same month unless to_month.
  std::optional<int> to_day;
  std::optional<int> to_month;
  // Minutes since midnight where a time of day is given.
  std::optional<int> minute_of_day;

  // The day, where year, month and day are all there.
  std::optional<Date> day_if_complete() const {
    if (!year || !month || !day) return std::nullopt;
    return MakeDate(*year, *month, *day);
  }
};

// English and Russian month names and their abbreviations, ISO dates,
// dd.mm.yyyy, dd/mm/yyyy where only one reading is possible, "April 2021", and
// years alone where the context says so ("in 2016", "2020 election"). Spans
// carry within.field and count from the start of the field; in order, never
// overlapping. Impossible dates (31 February, 99/99/9999) are not returned.
// Linear time. Thread-safe.
std::vector<DateExpression> FindDates(std::string_view field_text, Span within);

// The same within each of these parts of one field, which are in order and do
// not overlap.
std::vector<DateExpression> FindDates(std::string_view field_text,
                                      const std::vector<Span>& windows);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_DATE_EXPRESSION_H_
