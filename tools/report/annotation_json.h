// What was read from one article as JSON: a line of `rashomon annotate`
// (tools/report/schemas/annotation.schema.json).
//
//   std::string line = AnnotationToJson(article, annotator.Annotate(article));
//
// {"id","sentences":[span + "uncertain","loaded"],"residue":[span + "reason"],
//  "claims":[..],"mentions":[..],"wording":[..]}, one line, without a line
// break at its end. A bound that is missing is null; "low_open", "high_open",
// "approximate" and "in_quotation" stand only where they are true.
// Thread-safe; time linear in the annotation's size.
#ifndef RASHOMON_TOOLS_REPORT_ANNOTATION_JSON_H_
#define RASHOMON_TOOLS_REPORT_ANNOTATION_JSON_H_

#include <string>

#include "corpus/article.h"
#include "engine/claims/claim.h"

namespace rashomon {

std::string AnnotationToJson(const Article& article,
                             const Annotation& annotation);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_ANNOTATION_JSON_H_
