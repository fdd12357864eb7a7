// The flags of a case as W3C Web Annotations (JSON-LD, https://www.w3.org/TR/
// annotation-model/): a collection with one page.
//
//   std::string json = ContentsToWebAnnotations(contents);
//
// Each flag is an annotation with a target for each side that has evidence: a
// TextQuoteSelector with what stands before and behind, and a
// TextPositionSelector. Positions count code points, as that standard says; all
// other forms of this program count UTF-8 bytes. The source of a target is the
// article's title or text as this program reads it, named by its hash (RFC
// 6920); the page it came from stands in "via". Bodies are the kind, the
// explanation, and a verdict each with who gave it and when.
#ifndef RASHOMON_TOOLS_REVIEW_EXPORTS_WEB_ANNOTATION_H_
#define RASHOMON_TOOLS_REVIEW_EXPORTS_WEB_ANNOTATION_H_

#include <string>

#include "tools/review/exports/case_contents.h"

namespace rashomon {

// Flags of all states but withdrawn ones. Equal contents give equal bytes. The
// id of an annotation follows from its sources and its fingerprint: it is the
// same in every case. Linear in the flags and texts.
std::string ContentsToWebAnnotations(const CaseContents& contents);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_EXPORTS_WEB_ANNOTATION_H_
