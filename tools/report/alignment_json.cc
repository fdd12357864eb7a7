#include "tools/report/alignment_json.h"

#include <utility>

namespace rashomon {

OrderedJson AlignedGroupsToJson(const std::vector<AlignedGroup>& groups) {
  OrderedJson json = OrderedJson::array();
  for (const AlignedGroup& group : groups) {
    OrderedJson entry = OrderedJson::object();
    entry["left"] = group.left;
    entry["right"] = group.right;
    entry["confidence"] = RoundedScore(group.confidence);
    json.push_back(std::move(entry));
  }
  return json;
}

std::string AlignmentToJson(const std::vector<Span>& left_sentences,
                            const std::vector<Span>& right_sentences,
                            const Alignment& alignment) {
  OrderedJson json = OrderedJson::object();
  json["left"]["sentences"] = SpansToJson(left_sentences);
  json["right"]["sentences"] = SpansToJson(right_sentences);
  json["alignments"] = AlignedGroupsToJson(alignment.groups);
  return DumpJson(json, -1);
}

}  // namespace rashomon
