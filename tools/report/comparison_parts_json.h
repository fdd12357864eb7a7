// The parts of a comparison as JSON values: what every form that holds
// comparisons shares.
//
//   OrderedJson flag = DivergenceToJson(divergence);
//
// Internal to tools/report. Thread-safe.
#ifndef RASHOMON_TOOLS_REPORT_COMPARISON_PARTS_JSON_H_
#define RASHOMON_TOOLS_REPORT_COMPARISON_PARTS_JSON_H_

#include <vector>

#include "engine/compare/comparison.h"
#include "tools/report/json_values.h"

namespace rashomon {

// The article as everywhere else (corpus/article_json.h), with its sentences
// and residue behind the text.
OrderedJson ArticleWithSentences(const Article& article,
                                 const Annotation& annotation);

// {"verdict","confidence"}.
OrderedJson SameEventToJson(const SameEvent& same_event);

OrderedJson DivergenceToJson(const Divergence& divergence);
OrderedJson DivergencesToJson(const std::vector<Divergence>& divergences);

// {"left":[{"sentence","nearest","score"}],"right":[..]}.
OrderedJson UnmatchedToJson(const Alignment& alignment);

// [{"code","message"}].
OrderedJson NotesToJson(const std::vector<Note>& notes);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_COMPARISON_PARTS_JSON_H_
