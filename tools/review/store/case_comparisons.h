// The comparisons of a case: runs of the program over pairs of sources.
//
//   NewComparison added;
//   added.comparison = &comparison;
//   added.left_source = left_bytes;       // as read from disk
//   added.right_source = right_bytes;
//   added.time = "2026-03-07T10:15:00Z";
//   RASHOMON_ASSIGN_OR_RETURN(AddedComparison a, AddComparison(added, &file));
//   if (!a.changed) ...                   // the case had all of it
//
// A pair is two sources, by their hashes. Each run that gives something else
// than the last is kept; the last one is current. A flag is the same flag in
// all runs that give its fingerprint, so its verdicts stay with it. One whose
// anchor is known and whose fingerprint is new reopens the flag that bore the
// anchor; one that the new run does not give is superseded.
#ifndef RASHOMON_TOOLS_REVIEW_STORE_CASE_COMPARISONS_H_
#define RASHOMON_TOOLS_REVIEW_STORE_CASE_COMPARISONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/compare/comparison.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/records.h"

namespace rashomon {

struct NewComparison {
  const Comparison* comparison = nullptr;  // required, with all its flags
  std::string_view left_source;            // the bytes the article came from
  std::string_view right_source;
  std::string time;  // RFC 3339 UTC
};

struct AddedComparison {
  std::int64_t pair = 0;
  std::int64_t comparison = 0;
  bool changed = false;  // false: the case was left as it was, byte for byte
  int new_flags = 0;     // of them `reopened`
  int kept_flags = 0;    // known by fingerprint
  int superseded = 0;    // given by the last run, not by this one
  std::vector<std::int64_t> reopened;  // new flags with a known anchor
};

// All or nothing. InvalidArgument for an article that is not UTF-8; errors of
// the file as in case_file.h. O(size of the comparison).
absl::StatusOr<AddedComparison> AddComparison(const NewComparison& added,
                                              CaseFile* file);

// Whether the case has the pair the other way round, and not this way: then
// the sides are to be exchanged before they are compared and added.
absl::StatusOr<bool> IsPairMirrored(std::string_view left_source,
                                    std::string_view right_source,
                                    CaseFile* file);

// The hash of all that a run gave: the comparison's JSON but for the articles.
std::string ComparisonSha256(const Comparison& comparison);

// The current comparison of each pair, in the order of the pairs; with all
// runs, the older ones too, by pair and run.
absl::StatusOr<std::vector<CaseComparison>> ListComparisons(CaseFile* file,
                                                            bool all_runs);

// NotFound where the case has no such comparison.
absl::StatusOr<CaseComparison> ReadCaseComparison(CaseFile* file,
                                                  std::int64_t id);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_CASE_COMPARISONS_H_
