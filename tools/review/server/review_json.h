// What the page gets to see, as JSON. Spans and quotations have the form of
// rashomon.comparison/1; offsets are UTF-8 bytes.
//
// Internal to tools/review/server. Thread-safe.
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_REVIEW_JSON_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_REVIEW_JSON_H_

#include <vector>

#include "tools/report/json_values.h"
#include "tools/review/server/case_index.h"
#include "tools/review/server/viewer.h"
#include "tools/review/store/records.h"

namespace rashomon {

// {"row","flag","reviewer","time","verdict"|null,"reason","kind","note",
// "undoes","undone_by"}; verdict null takes the row "undoes" back.
OrderedJson VerdictToJson(const VerdictRow& row);

// A flag with the verdicts that stand and that the viewer may see:
// {"flag","pair","comparison","kind","weight","confidence","state","rule",
// "explanation","triggers","left","right","nearest","reopens","verdicts",
// "others_hidden","added_by","settled"|null,"disputed"}.
OrderedJson FlagToJson(const CaseFlag& flag, const Viewer& viewer);

// {"article","outlet","title","published","language","bytes"}.
OrderedJson ArticleHeadToJson(const ArticleHead& head, const Viewer& viewer);

// An article to read: its fields, "sentences", "residue", "removed", and in
// "masked" the spans that blind review blacks out.
OrderedJson CaseArticleToJson(const CaseArticle& article,
                              const Viewer& viewer);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_REVIEW_JSON_H_
