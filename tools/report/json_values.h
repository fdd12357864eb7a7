// The small values that every JSON form of a report shares: spans, scores,
// and the one way of turning a document into bytes.
//
//   OrderedJson o = SpanToJson(span);     // {"field":"text","begin":1,"end":4}
//   o["score"] = RoundedScore(0.81249);   // 0.8125
//   std::string line = DumpJson(o, -1);
//
// Internal to tools/report. Thread-safe.
#ifndef RASHOMON_TOOLS_REPORT_JSON_VALUES_H_
#define RASHOMON_TOOLS_REPORT_JSON_VALUES_H_

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "corpus/article.h"
#include "engine/base/span.h"

namespace rashomon {

// Keys stand in the order in which they were set.
using OrderedJson = nlohmann::ordered_json;

// {"field","begin","end"}; bytes.
OrderedJson SpanToJson(const Span& span);
OrderedJson SpansToJson(const std::vector<Span>& spans);

// [span + "reason"].
OrderedJson ResidueToJson(const std::vector<Residue>& residue);

// Four decimals, so that the last bits of a sum never show in a file; what is
// no number becomes 0.
double RoundedScore(double value);

// A whole number without a decimal point, else four decimals; null for what
// is no finite number.
OrderedJson NumberToJson(double value);

// The document on one line, or indented by `indent` spaces where that is 0 or
// more. Bytes that are not UTF-8 become U+FFFD. Never throws on content.
std::string DumpJson(const OrderedJson& json, int indent);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_JSON_VALUES_H_
