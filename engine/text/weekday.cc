#include "engine/text/weekday.h"

#include <string>
#include <vector>

#include "engine/base/strings.h"
#include "engine/text/tsv.h"
#include "engine/text/weekdays_tsv.h"

namespace rashomon {
namespace {

const StringMap<int>& Table() {
  static const StringMap<int>* table = [] {
    auto* days = new StringMap<int>;
    for (const std::vector<std::string_view>& row : TsvRows(WeekdaysTsv())) {
      for (const std::string_view word : SplitOn(row[1], ' ')) {
        days->emplace(word, row[0][0] - '0');
      }
    }
    return days;
  }();
  return *table;
}

}  // namespace

std::optional<int> NamedWeekday(std::string_view normal) {
  if (normal.ends_with("'s")) normal.remove_suffix(2);
  const auto at = Table().find(normal);
  if (at == Table().end()) return std::nullopt;
  return at->second;
}

}  // namespace rashomon
