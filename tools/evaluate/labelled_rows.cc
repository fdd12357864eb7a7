#include "tools/evaluate/labelled_rows.h"

#include <cstddef>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {

absl::StatusOr<MatchCounts> CountLabelled(
    const GoldTable& table, std::string_view positive,
    std::string_view negative,
    const std::function<bool(const std::string&)>& found) {
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t label, table.Column("label"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t text, table.Column("text"));
  MatchCounts counts;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const std::string& gold = table.rows[i][label];
    if (gold != positive && gold != negative) {
      return absl::InvalidArgumentError(
          StrCat(table.path, ":", i + 2, ": label '", gold, "' is neither ",
                 positive, " nor ", negative));
    }
    const bool is_found = found(table.rows[i][text]);
    counts.found += is_found;
    counts.gold += gold == positive;
    counts.right += is_found && gold == positive;
  }
  return counts;
}

}  // namespace rashomon
