// A run of a case put together again, as `compare` gave it.
//
//   RASHOMON_ASSIGN_OR_RETURN(Comparison c, ReadWholeComparison(&file, run));
//   RenderHtml(c, {});                    // any report of tools/report
#ifndef RASHOMON_TOOLS_REVIEW_STORE_WHOLE_COMPARISON_H_
#define RASHOMON_TOOLS_REVIEW_STORE_WHOLE_COMPARISON_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "engine/compare/comparison.h"
#include "tools/review/store/case_file.h"

namespace rashomon {

// All that rashomon.comparison/1 holds; of the annotations only the sentences,
// of the alignment not the pairs that were weighed. The engine's flags in rank
// order, without those of reviewers. NotFound, or DataLoss where a column is
// damaged.
absl::StatusOr<Comparison> ReadWholeComparison(CaseFile* file,
                                               std::int64_t comparison);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_WHOLE_COMPARISON_H_
