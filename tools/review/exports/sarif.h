// The flags of a case as SARIF 2.1.0 (OASIS), for viewers of code review.
//
//   std::string log = ContentsToSarif(contents);
//
// A result a flag: the left passage is its location, the right one a related
// location (the right one alone where the left has none). Each article is an
// artifact with its text, title first and an empty line behind; lines, columns
// and characters count code points, bytes are bytes of that artifact. The file
// that it was read from is an artifact too, with its hash. A dismissal is a
// suppression: accepted, or under review where reviewers differ. baselineState
// tells new (reopened) flags and those no longer given.
#ifndef RASHOMON_TOOLS_REVIEW_EXPORTS_SARIF_H_
#define RASHOMON_TOOLS_REVIEW_EXPORTS_SARIF_H_

#include <string>

#include "tools/review/exports/case_contents.h"

namespace rashomon {

// Flags of all states but withdrawn ones. Equal contents give equal bytes.
std::string ContentsToSarif(const CaseContents& contents);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_EXPORTS_SARIF_H_
