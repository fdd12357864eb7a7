// Tables of texts with one of two labels, and what a reader makes of them.
//
//   RASHOMON_ASSIGN_OR_RETURN(
//       MatchCounts c, CountLabelled(table, "biased", "neutral", is_biased));
#ifndef RASHOMON_TOOLS_EVALUATE_LABELLED_ROWS_H_
#define RASHOMON_TOOLS_EVALUATE_LABELLED_ROWS_H_

#include <functional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "tools/evaluate/gold_file.h"
#include "tools/evaluate/measures.h"

namespace rashomon {

// Columns label and text: `found` says of a text whether it is read as
// `positive`. InvalidArgument names the line whose label is neither.
absl::StatusOr<MatchCounts> CountLabelled(
    const GoldTable& table, std::string_view positive,
    std::string_view negative,
    const std::function<bool(const std::string&)>& found);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_LABELLED_ROWS_H_
