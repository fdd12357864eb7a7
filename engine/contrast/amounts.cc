#include "engine/contrast/amounts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon {
namespace {

constexpr double kMany = 1000;
constexpr std::string_view kPercent = "percent";

bool IsAmount(const Quantity& q) {
  if (q.ordinal) return false;
  const double most = q.unbounded_above ? q.low : q.high;
  return IsMoney(q) || q.unit == kPercent || most >= kMany;
}

}  // namespace

bool IsMoney(const Quantity& quantity) {
  const std::string& unit = quantity.unit;
  return unit.size() == 3 &&
         std::all_of(unit.begin(), unit.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool TellsAmount(const ReportIndex& report, int sentence, WordRange range) {
  const std::vector<Quantity> quantities = report.QuantitiesIn(sentence);
  return std::any_of(
      quantities.begin(), quantities.end(), [&](const Quantity& q) {
        const WordRange at = report.WordsOf(sentence, q.number);
        return IsAmount(q) && at.first < range.last && at.last > range.first;
      });
}

}  // namespace rashomon
