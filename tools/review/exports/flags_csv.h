// The flags of a case with their decisions as CSV (RFC 4180), a row each, and
// the history of verdicts.
//
//   std::string flags = FlagsToCsv(contents);
//   RASHOMON_ASSIGN_OR_RETURN(std::string history, VerdictsToCsv(&file));
//
// UTF-8; lines end in CR LF. Columns never change order; new ones come last.
// Offsets count UTF-8 bytes of the article's title or text, as their names say.
// Values that a spreadsheet would run as a formula get a leading apostrophe
// (tools/report/comparison_csv.h says which).
#ifndef RASHOMON_TOOLS_REVIEW_EXPORTS_FLAGS_CSV_H_
#define RASHOMON_TOOLS_REVIEW_EXPORTS_FLAGS_CSV_H_

#include <string>

#include "absl/status/statusor.h"
#include "tools/review/exports/case_contents.h"
#include "tools/review/store/case_file.h"

namespace rashomon {

// Header and rows, flags of all states.
std::string FlagsToCsv(const CaseContents& contents);

// Header and rows, oldest first, undone ones and undos too.
absl::StatusOr<std::string> VerdictsToCsv(CaseFile* file);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_EXPORTS_FLAGS_CSV_H_
