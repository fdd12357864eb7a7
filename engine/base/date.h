// Calendar days and intervals of them.
//
//   std::optional<Date> d = ParseIsoDate("2021-04-28T11:53:00Z");  // the day
//   FormatIsoDate(*d) == "2021-04-28"
//
// Only ISO forms are read here; dates written out in text ("28 Apr, 2021")
// are engine/text/date_expression.h's work.
#ifndef RASHOMON_ENGINE_BASE_DATE_H_
#define RASHOMON_ENGINE_BASE_DATE_H_

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"

namespace rashomon {

using Date = absl::CivilDay;

// Both ends inclusive; a single day has from == to.
struct DateInterval {
  Date from;
  Date to;
  friend bool operator==(const DateInterval&, const DateInterval&) = default;
};

// The day, where year (1..9999), month and day name a real one; else nothing.
// 31 February is refused, not rolled over.
std::optional<Date> MakeDate(int year, int month, int day);

// Reads the day from the front of an ISO 8601 date or date-time
// ("2021-04-28", "2021-04-28T11:53:00+03:00"). The time of day is ignored and
// the day is taken as written, in the writer's own zone.
std::optional<Date> ParseIsoDate(std::string_view text);

// "2021-04-28".
std::string FormatIsoDate(Date date);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_DATE_H_
