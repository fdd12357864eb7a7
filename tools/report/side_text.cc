#include "tools/report/side_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "engine/base/date.h"
#include "engine/base/strings.h"

namespace rashomon {

std::string SideName(const Comparison& comparison, Side side) {
  const std::string& outlet = ArticleOf(comparison, side).outlet;
  const bool left = side == Side::kLeft;
  if (outlet.empty()) return left ? "Left report" : "Right report";
  if (comparison.left.outlet == comparison.right.outlet) {
    return outlet + (left ? " (left)" : " (right)");
  }
  return outlet;
}

std::string HumanDate(std::string_view published) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const std::optional<Date> date = ParseIsoDate(published);
  if (!date) return "no date";
  return StrCat(date->day(), " ", kMonths[date->month() - 1], " ",
                date->year());
}

std::string Percent(double probability) {
  if (!std::isfinite(probability)) return "0%";
  const double percent = std::clamp(probability, 0.0, 1.0) * 100;
  int rounded = static_cast<int>(std::lround(percent));
  if (rounded == 0 && percent > 0) rounded = 1;
  if (rounded == 100 && percent < 100) rounded = 99;
  return StrCat(rounded, "%");
}

std::string_view VerdictLabel(SameEventVerdict verdict) {
  switch (verdict) {
    case SameEventVerdict::kYes:
      return "Yes";
    case SameEventVerdict::kPartly:
      return "Partly";
    case SameEventVerdict::kNo:
      return "No";
  }
  return "No";
}

std::string_view VerdictSentence(SameEventVerdict verdict) {
  switch (verdict) {
    case SameEventVerdict::kYes:
      return "One occurrence is the main matter of both reports.";
    case SameEventVerdict::kPartly:
      return "The reports share an occurrence, but their main matters differ.";
    case SameEventVerdict::kNo:
      return "The reports are about different occurrences.";
  }
  return "";
}

}  // namespace rashomon
