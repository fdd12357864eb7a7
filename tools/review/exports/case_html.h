// A case as one page that opens offline, without a script: what was confirmed,
// by whom, out of how many.
//
//   std::string page = ContentsToHtml(contents);
#ifndef RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_HTML_H_
#define RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_HTML_H_

#include <string>

#include "tools/review/exports/case_contents.h"

namespace rashomon {

// Every text of the case is escaped (tools/report/html_escape.h); the page asks
// for nothing from elsewhere. Equal contents give equal bytes.
std::string ContentsToHtml(const CaseContents& contents);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_HTML_H_
