#include "engine/contrast/time_difference.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace rashomon {
namespace {

// A day against a stretch at least so long is another precision.
constexpr int kVagueDays = 6;
constexpr int kDaysOfWeek = 7;

int Days(const DateInterval& days) {
  return static_cast<int>(days.to - days.from) + 1;
}

std::optional<TimeDifference> CompareDays(const DateInterval& a,
                                          const DateInterval& b) {
  if (a.to < b.from || b.to < a.from) return TimeDifference::kOther;
  const int shorter = std::min(Days(a), Days(b));
  const int longer = std::max(Days(a), Days(b));
  if (shorter > 2 || longer < kVagueDays) return std::nullopt;
  return TimeDifference::kPrecision;
}

// The day of the week in the span, 0..6; where reports have no date, days are
// not resolved, but two names of days still differ.
std::optional<int> Weekday(const ReportIndex& report, int sentence,
                           const Span& span) {
  static constexpr std::string_view kDays[] = {
      "monday", "tuesday", "wednesday", "thursday",
      "friday", "saturday", "sunday"};
  const WordRange at = report.WordsOf(sentence, span);
  for (std::size_t i = at.first; i < at.last; ++i) {
    for (int day = 0; day < kDaysOfWeek; ++day) {
      if (report.words(sentence)[i].normal == kDays[day]) return day;
    }
  }
  return std::nullopt;
}

bool SameWords(const ReportIndex& near, int i, const Span& a,
               const ReportIndex& far, int j, const Span& b) {
  const WordRange x = near.WordsOf(i, a), y = far.WordsOf(j, b);
  if (x.last - x.first != y.last - y.first) return false;
  for (std::size_t k = 0; x.first + k < x.last; ++k) {
    if (near.words(i)[x.first + k].normal != far.words(j)[y.first + k].normal) {
      return false;
    }
  }
  return true;
}

// Whether both name the time alike: "on Tuesday" and "Tuesday night" within a
// week. A report that is dated a day late would have another Tuesday.
bool NameOneTime(const Direction& d, int i, const Span& a, int j,
                 const Span& b) {
  if (SameWords(*d.near, i, a, *d.far, j, b)) return true;
  const std::optional<int> x = Weekday(*d.near, i, a);
  const std::optional<int> y = Weekday(*d.far, j, b);
  return x && x == y && std::abs(d.days_to_far) < kDaysOfWeek;
}

}  // namespace

std::optional<TimeDifference> CompareTwoTimes(const Direction& d, int i,
                                              const TimeExpression& near,
                                              int j,
                                              const TimeExpression& far) {
  if (NameOneTime(d, i, near.span, j, far.span)) return std::nullopt;
  if (near.days && far.days) return CompareDays(*near.days, *far.days);
  if (near.days || far.days) return std::nullopt;
  const std::optional<int> x = Weekday(*d.near, i, near.span);
  const std::optional<int> y = Weekday(*d.far, j, far.span);
  if (!x || !y || *x == *y) return std::nullopt;
  return TimeDifference::kOther;
}

}  // namespace rashomon
