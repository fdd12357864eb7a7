#include "tools/report/comparison_json.h"

#include "tools/report/alignment_json.h"
#include "tools/report/comparison_parts_json.h"
#include "tools/report/json_values.h"

namespace rashomon {

std::string ComparisonToJson(const Comparison& comparison,
                             const JsonOptions& options) {
  OrderedJson json = OrderedJson::object();
  json["schema"] = "rashomon.comparison/1";
  json["left"] =
      ArticleWithSentences(comparison.left, comparison.left_annotation);
  json["right"] =
      ArticleWithSentences(comparison.right, comparison.right_annotation);
  json["same_event"] = SameEventToJson(comparison.same_event);
  json["alignments"] = AlignedGroupsToJson(comparison.alignment.groups);
  json["divergences"] = DivergencesToJson(comparison.divergences);
  json["unmatched"] = UnmatchedToJson(comparison.alignment);
  json["notes"] = NotesToJson(comparison.notes);
  json["versions"] = comparison.versions;
  return DumpJson(json, options.indent);
}

}  // namespace rashomon
