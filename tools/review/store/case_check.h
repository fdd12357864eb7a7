// Whether a case is what it says: nothing damaged, nothing altered.
//
//   RASHOMON_ASSIGN_OR_RETURN(CaseCheck check, CheckCase(&file));
//   for (const std::string& problem : check.problems) ...
#ifndef RASHOMON_TOOLS_REVIEW_STORE_CASE_CHECK_H_
#define RASHOMON_TOOLS_REVIEW_STORE_CASE_CHECK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/review/store/case_file.h"

namespace rashomon {

// After so many, no more are looked for.
inline constexpr int kMaxProblems = 100;

struct CaseCheck {
  // What was looked at.
  std::int64_t sources = 0;
  std::int64_t articles = 0;
  std::int64_t comparisons = 0;
  std::int64_t divergences = 0;
  std::int64_t verdicts = 0;
  std::int64_t settlements = 0;
  // A line each, naming the row: "article 3: its hash differs".
  std::vector<std::string> problems;
};

// SQLite's own check and foreign keys; tables and triggers as this program
// makes them; the hash of every source, article and run against what is
// stored; spans within their text, on character boundaries, in order;
// quotations equal to the text at their spans; indices of sentences within the
// articles; ranks and runs 1, 2, 3 ...; known kinds; rows of history that point
// to what they may: a form of their flag, an earlier decision of the same
// reviewer, a flag of the same pair. An error only where the case cannot be
// read at all. O(size of the case).
absl::StatusOr<CaseCheck> CheckCase(CaseFile* file);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_CASE_CHECK_H_
