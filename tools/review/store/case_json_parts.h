// The columns of a case that hold JSON, to values and back. The forms are those
// of rashomon.comparison/1. Internal to tools/review.
#ifndef RASHOMON_TOOLS_REVIEW_STORE_CASE_JSON_PARTS_H_
#define RASHOMON_TOOLS_REVIEW_STORE_CASE_JSON_PARTS_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "engine/align/alignment.h"
#include "engine/base/span.h"
#include "engine/compare/comparison.h"
#include "tools/report/json_values.h"

namespace rashomon {

// DataLoss, naming the part, for all of them where the JSON has another form.
absl::StatusOr<std::vector<Span>> SpansFromJson(std::string_view json);
absl::StatusOr<std::vector<AlignedGroup>> GroupsFromJson(std::string_view json);
// Fills unmatched_left and unmatched_right.
absl::Status UnmatchedFromJson(std::string_view json, Alignment* alignment);
absl::StatusOr<std::vector<Note>> NotesFromJson(std::string_view json);
absl::StatusOr<std::map<std::string, std::string>> VersionsFromJson(
    std::string_view json);
absl::StatusOr<std::vector<std::string>> StringsFromJson(std::string_view json);
std::string StringsToJson(const std::vector<std::string>& strings);

// A value as its column holds it: members sorted by name, so that reading it
// and writing it again gives the same bytes.
std::string JsonColumn(const OrderedJson& value);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_CASE_JSON_PARTS_H_
