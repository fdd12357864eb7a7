// The alignment of two articles as JSON: the output of `rashomon align`
// (tools/report/schemas/alignment.schema.json).
//
//   AlignmentToJson(left.sentences, right.sentences, alignment)
//       == R"({"left":{"sentences":[...]},"right":{...},"alignments":[...]})"
//
// One line, without a line break at its end. Thread-safe.
#ifndef RASHOMON_TOOLS_REPORT_ALIGNMENT_JSON_H_
#define RASHOMON_TOOLS_REPORT_ALIGNMENT_JSON_H_

#include <string>
#include <vector>

#include "engine/align/alignment.h"
#include "engine/base/span.h"
#include "tools/report/json_values.h"

namespace rashomon {

std::string AlignmentToJson(const std::vector<Span>& left_sentences,
                            const std::vector<Span>& right_sentences,
                            const Alignment& alignment);

// [{"left":[i],"right":[j],"confidence"}]; comparison_json.h has the same.
OrderedJson AlignedGroupsToJson(const std::vector<AlignedGroup>& groups);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_ALIGNMENT_JSON_H_
