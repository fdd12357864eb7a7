// All that the readable exports show of a case, read in one go.
//
//   RASHOMON_ASSIGN_OR_RETURN(CaseContents c, ReadContents(&file));
//   for (const CaseFlag& flag : c.flags) c.ArticleOf(flag, Side::kLeft).outlet;
#ifndef RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_CONTENTS_H_
#define RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_CONTENTS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/records.h"

namespace rashomon {

struct CaseContents {
  std::map<std::int64_t, CaseArticle> articles;
  std::map<std::int64_t, CaseComparison> comparisons;  // all runs
  // Of all states, by pair and rank; those of reviewers after the engine's.
  std::vector<CaseFlag> flags;

  // Of the form that the flag has.
  const CaseComparison& ComparisonOf(const CaseFlag& flag) const {
    return comparisons.at(flag.comparison);
  }
  const CaseArticle& ArticleOf(const CaseFlag& flag, Side side) const {
    const CaseComparison& c = ComparisonOf(flag);
    return articles.at(side == Side::kLeft ? c.left : c.right);
  }
};

// Of one moment. Memory: some times the case's size.
absl::StatusOr<CaseContents> ReadContents(CaseFile* file);

inline const std::optional<Evidence>& EvidenceOn(const CaseFlag& flag,
                                                 Side side) {
  return side == Side::kLeft ? flag.divergence.left : flag.divergence.right;
}

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_CONTENTS_H_
