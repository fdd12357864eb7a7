#include "tools/review/store/case_json_parts.h"

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "corpus/json_text.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

using nlohmann::json;

absl::Status Damaged(std::string_view part) {
  return absl::DataLossError(StrCat("the column ", part,
                                    " of the case has another form"));
}

absl::StatusOr<json> Parsed(std::string_view text, json::value_t type,
                            std::string_view part) {
  absl::StatusOr<json> value = ParseJson(text);
  if (!value.ok() || value->type() != type) return Damaged(part);
  return value;
}

std::optional<int> IndexOf(const json& value, int least = 0) {
  if (!value.is_number_integer()) return std::nullopt;
  const auto index = value.get<std::int64_t>();
  if (index < least || index > std::numeric_limits<int>::max()) {
    return std::nullopt;
  }
  return static_cast<int>(index);
}

std::optional<int> IndexMember(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return std::nullopt;
  return IndexOf(*found);
}

std::optional<Span> SpanOf(const json& value) {
  if (!value.is_object()) return std::nullopt;
  const std::string_view field = StringMember(value, "field");
  const auto begin = value.find("begin");
  const auto end = value.find("end");
  if ((field != "title" && field != "text") || begin == value.end() ||
      end == value.end() || !begin->is_number_unsigned() ||
      !end->is_number_unsigned()) {
    return std::nullopt;
  }
  return Span{field == "title" ? Field::kTitle : Field::kText,
              begin->get<std::size_t>(), end->get<std::size_t>()};
}

double NumberMember(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || !found->is_number() ? 0
                                                      : found->get<double>();
}

std::optional<std::vector<int>> IndicesMember(const json& object,
                                              const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array()) return std::nullopt;
  std::vector<int> indices;
  for (const json& item : *found) {
    const std::optional<int> index = IndexOf(item);
    if (!index) return std::nullopt;
    indices.push_back(*index);
  }
  return indices;
}

absl::Status ReadUnmatched(const json& object, const char* side,
                           std::vector<Unmatched>* unmatched) {
  const auto list = object.find(side);
  if (list == object.end() || !list->is_array()) return Damaged("unmatched");
  for (const json& item : *list) {
    if (!item.is_object()) return Damaged("unmatched");
    const std::optional<int> sentence = IndexMember(item, "sentence");
    if (!sentence) return Damaged("unmatched");
    unmatched->push_back({*sentence, IndexMember(item, "nearest").value_or(-1),
                          NumberMember(item, "score")});
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<Span>> SpansFromJson(std::string_view text) {
  RASHOMON_ASSIGN_OR_RETURN(
      const json list, Parsed(text, json::value_t::array, "sentences"));
  std::vector<Span> spans;
  for (const json& item : list) {
    const std::optional<Span> span = SpanOf(item);
    if (!span) return Damaged("sentences");
    spans.push_back(*span);
  }
  return spans;
}

absl::StatusOr<std::vector<AlignedGroup>> GroupsFromJson(
    std::string_view text) {
  RASHOMON_ASSIGN_OR_RETURN(
      const json list, Parsed(text, json::value_t::array, "alignments"));
  std::vector<AlignedGroup> groups;
  for (const json& item : list) {
    if (!item.is_object()) return Damaged("alignments");
    std::optional<std::vector<int>> left = IndicesMember(item, "left");
    std::optional<std::vector<int>> right = IndicesMember(item, "right");
    if (!left || !right) return Damaged("alignments");
    groups.push_back({*std::move(left), *std::move(right),
                      NumberMember(item, "confidence")});
  }
  return groups;
}

absl::Status UnmatchedFromJson(std::string_view text, Alignment* alignment) {
  RASHOMON_ASSIGN_OR_RETURN(
      const json object, Parsed(text, json::value_t::object, "unmatched"));
  RASHOMON_RETURN_IF_ERROR(
      ReadUnmatched(object, "left", &alignment->unmatched_left));
  return ReadUnmatched(object, "right", &alignment->unmatched_right);
}

absl::StatusOr<std::vector<Note>> NotesFromJson(std::string_view text) {
  RASHOMON_ASSIGN_OR_RETURN(const json list,
                            Parsed(text, json::value_t::array, "notes"));
  std::vector<Note> notes;
  for (const json& item : list) {
    notes.push_back({std::string(StringMember(item, "code")),
                     std::string(StringMember(item, "message"))});
  }
  return notes;
}

absl::StatusOr<std::map<std::string, std::string>> VersionsFromJson(
    std::string_view text) {
  RASHOMON_ASSIGN_OR_RETURN(const json object,
                            Parsed(text, json::value_t::object, "versions"));
  std::map<std::string, std::string> versions;
  for (const auto& [name, value] : object.items()) {
    if (!value.is_string()) return Damaged("versions");
    versions[name] = value.get_ref<const std::string&>();
  }
  return versions;
}

absl::StatusOr<std::vector<std::string>> StringsFromJson(
    std::string_view text) {
  RASHOMON_ASSIGN_OR_RETURN(const json list,
                            Parsed(text, json::value_t::array, "triggers"));
  std::vector<std::string> strings;
  for (const json& item : list) {
    if (!item.is_string()) return Damaged("triggers");
    strings.push_back(item.get_ref<const std::string&>());
  }
  return strings;
}

std::string JsonColumn(const OrderedJson& value) {
  return JsonLine(json::parse(DumpJson(value, -1), nullptr,
                              /*allow_exceptions=*/false));
}

std::string StringsToJson(const std::vector<std::string>& strings) {
  return JsonLine(json(strings));
}

}  // namespace rashomon
