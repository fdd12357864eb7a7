// A comparison as JSON, schema "rashomon.comparison/1"
// (tools/report/schemas/comparison.schema.json).
//
//   std::string line = ComparisonToJson(comparison);       // no line break
//   std::string pretty = ComparisonToJson(comparison, {.indent = 2});
//
// Offsets are UTF-8 bytes; confidences and scores have four decimals; keys
// stand in a fixed order, so equal comparisons give equal bytes. Every flag
// that the comparison holds is written: filter it first for fewer.
// Thread-safe; time linear in the comparison's size.
#ifndef RASHOMON_TOOLS_REPORT_COMPARISON_JSON_H_
#define RASHOMON_TOOLS_REPORT_COMPARISON_JSON_H_

#include <string>

#include "engine/compare/comparison.h"

namespace rashomon {

struct JsonOptions {
  // -1: all on one line, the form of JSONL. Else spaces a level.
  int indent = -1;
};

std::string ComparisonToJson(const Comparison& comparison,
                             const JsonOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_COMPARISON_JSON_H_
