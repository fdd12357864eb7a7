// The pairs of reports that were marked for the fit alone (marks/pairs.tsv,
// which says who marked them and how well), with their texts from the data.
//
//   RASHOMON_ASSIGN_OR_RETURN(std::vector<GoldPair> marked,
//                             ReadMarkedPairs("data"));
#ifndef RASHOMON_TOOLS_TRAIN_MARKED_PAIRS_H_
#define RASHOMON_TOOLS_TRAIN_MARKED_PAIRS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/evaluate/divergence_eval.h"

namespace rashomon {

// A report by its place in the data.
struct MarkedReport {
  std::string id;
  std::size_t bytes = 0;  // of its text
};

struct MarkedPair {
  std::string id;
  std::string set;  // "background" or "neus_train"
  MarkedReport left;
  MarkedReport right;
  std::vector<GoldDivergence> divergences;
};

// The two tables put together. The error names the table and the line.
absl::StatusOr<std::vector<MarkedPair>> ReadMarks(std::string_view pairs_tsv,
                                                  std::string_view marks_tsv);

// The tables compiled in, with the texts of `data_folder`. NotFound names a
// report that is not there; FailedPrecondition one whose text has another size
// than the one that was marked. Reads the background once, line by line.
absl::StatusOr<std::vector<GoldPair>> ReadMarkedPairs(
    const std::string& data_folder);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_MARKED_PAIRS_H_
