#include "tools/review/server/request_fields.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

using Json = nlohmann::json;

template <typename Number>
std::optional<Number> Parsed(std::string_view text) {
  Number number{};
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

template <typename Value>
using Names = std::initializer_list<std::pair<std::string_view, Value>>;

// InvalidArgument names the field, the value and what it may be.
template <typename Value>
absl::StatusOr<Value> Chosen(std::string_view field, std::string_view given,
                             Value otherwise, Names<Value> names) {
  if (given.empty()) return otherwise;
  std::string all;
  for (const auto& [name, value] : names) {
    if (name == given) return value;
    StrAppend(&all, all.empty() ? "" : ", ", name);
  }
  return absl::InvalidArgumentError(
      StrCat(field, " \"", given, "\" is none of ", all));
}

absl::StatusOr<FlagOrder> OrderFrom(std::string_view name) {
  return Chosen<FlagOrder>("sort", name, FlagOrder::kBestFirst,
                           {{"best", FlagOrder::kBestFirst},
                            {"text", FlagOrder::kTextOrder},
                            {"informative", FlagOrder::kMostInformative}});
}

absl::StatusOr<DecidedAs> DecidedFrom(std::string_view name) {
  return Chosen<DecidedAs>("decided", name, DecidedAs::kAnything,
                           {{"any", DecidedAs::kAnything},
                            {"undecided", DecidedAs::kUndecided},
                            {"decided", DecidedAs::kDecided},
                            {"confirmed", DecidedAs::kConfirmed},
                            {"dismissed", DecidedAs::kDismissed},
                            {"unsure", DecidedAs::kUnsure}});
}

absl::StatusOr<DivergenceKind> KindFrom(std::string_view name) {
  if (const auto kind = DivergenceKindFromName(name)) return *kind;
  return absl::InvalidArgumentError(
      StrCat("kind \"", name, "\" is no kind of divergence"));
}

absl::Status WrongType(std::string_view name, std::string_view wanted) {
  return absl::InvalidArgumentError(
      StrCat("the field \"", name, "\" is not ", wanted));
}

absl::StatusOr<std::size_t> OffsetOf(const Json& span, std::string_view name) {
  RASHOMON_ASSIGN_OR_RETURN(const std::optional<std::int64_t> offset,
                            NumberOf(span, name));
  if (!offset || *offset < 0) return WrongType(name, "an offset in bytes");
  return static_cast<std::size_t>(*offset);
}

}  // namespace

void QueryFields::Fail(std::string_view name, std::string_view value,
                       std::string_view wanted) {
  if (!status_.ok()) return;
  status_ = absl::InvalidArgumentError(
      StrCat(name, " \"", value, "\" is not ", wanted));
}

std::string QueryFields::Text(std::string_view name) {
  const auto found = request_.query.find(name);
  return found == request_.query.end() ? "" : found->second;
}

std::optional<std::int64_t> QueryFields::Number(std::string_view name) {
  const std::string text = Text(name);
  if (text.empty()) return std::nullopt;
  const auto number = Parsed<std::int64_t>(text);
  if (!number || *number < 0) Fail(name, text, "a whole number from 0");
  return number;
}

std::optional<double> QueryFields::Share(std::string_view name) {
  const std::string text = Text(name);
  if (text.empty()) return std::nullopt;
  const auto share = Parsed<double>(text);
  if (!share || !(*share >= 0 && *share <= 1)) {
    Fail(name, text, "a number from 0 to 1");
  }
  return share;
}

bool QueryFields::Switch(std::string_view name) { return Text(name) == "1"; }

std::vector<std::string> QueryFields::List(std::string_view name) {
  const std::string text = Text(name);
  std::vector<std::string> parts;
  if (text.empty()) return parts;
  for (const std::string_view part : SplitOn(text, ',')) {
    parts.emplace_back(part);
  }
  return parts;
}

std::vector<std::int64_t> QueryFields::Numbers(std::string_view name) {
  std::vector<std::int64_t> numbers;
  for (const std::string& part : List(name)) {
    const auto number = Parsed<std::int64_t>(part);
    if (!number) Fail(name, part, "a whole number");
    numbers.push_back(number.value_or(0));
  }
  return numbers;
}

absl::StatusOr<FlagQuery> FlagQueryOf(const HttpRequest& request) {
  QueryFields fields(request);
  FlagQuery query;
  query.min_confidence = fields.Share("min_confidence").value_or(0);
  query.max_confidence = fields.Share("max_confidence").value_or(1);
  constexpr std::int64_t kMostWeight = 3;
  query.min_weight = static_cast<int>(
      std::min(fields.Number("min_weight").value_or(1), kMostWeight));
  query.pair = fields.Number("pair");
  query.text = fields.Text("text");
  query.reopened_only = fields.Switch("reopened");
  query.reviewer = fields.Text("reviewer");
  if (fields.Switch("superseded")) query.states.clear();
  if (const std::string outlets = fields.Text("outlets"); !outlets.empty()) {
    for (const std::string_view outlet : SplitOn(outlets, '\n')) {
      query.outlets.emplace_back(outlet);
    }
  }
  RASHOMON_RETURN_IF_ERROR(fields.status());
  RASHOMON_ASSIGN_OR_RETURN(query.order, OrderFrom(fields.Text("sort")));
  RASHOMON_ASSIGN_OR_RETURN(query.decided, DecidedFrom(fields.Text("decided")));
  for (const std::string& name : fields.List("kinds")) {
    RASHOMON_ASSIGN_OR_RETURN(const DivergenceKind kind, KindFrom(name));
    query.kinds.push_back(kind);
  }
  return query;
}

absl::StatusOr<FlagQuery> FlagQueryOf(const Json& fields,
                                      const std::string& reviewer) {
  HttpRequest request;
  if (!fields.is_object()) return WrongType("filter", "an object");
  for (const auto& [name, value] : fields.items()) {
    if (!value.is_string()) return WrongType(name, "text");
    request.query[name] = value.get<std::string>();
  }
  request.query["reviewer"] = reviewer;
  return FlagQueryOf(request);
}

absl::StatusOr<Json> BodyOf(const HttpRequest& request) {
  Json json = Json::parse(request.body, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) {
    return absl::InvalidArgumentError("the body is no JSON object");
  }
  return json;
}

absl::StatusOr<std::string> TextOf(const Json& object, std::string_view name) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return std::string();
  if (!found->is_string()) return WrongType(name, "text");
  return found->get<std::string>();
}

absl::StatusOr<std::optional<std::int64_t>> NumberOf(const Json& object,
                                                     std::string_view name) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) {
    return std::optional<std::int64_t>();
  }
  if (!found->is_number_integer()) return WrongType(name, "a whole number");
  return std::optional<std::int64_t>(found->get<std::int64_t>());
}

absl::StatusOr<std::optional<Span>> SpanOf(const Json& object,
                                           std::string_view name) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return std::optional<Span>();
  if (!found->is_object()) return WrongType(name, "a span");
  Span span;
  RASHOMON_ASSIGN_OR_RETURN(const std::string field, TextOf(*found, "field"));
  if (field != "title" && field != "text") {
    return WrongType("field", "title or text");
  }
  span.field = field == "title" ? Field::kTitle : Field::kText;
  RASHOMON_ASSIGN_OR_RETURN(span.begin, OffsetOf(*found, "begin"));
  RASHOMON_ASSIGN_OR_RETURN(span.end, OffsetOf(*found, "end"));
  return std::optional<Span>(span);
}

absl::StatusOr<std::optional<DivergenceKind>> KindOf(const Json& object,
                                                     std::string_view name) {
  RASHOMON_ASSIGN_OR_RETURN(const std::string text, TextOf(object, name));
  if (text.empty()) return std::optional<DivergenceKind>();
  RASHOMON_ASSIGN_OR_RETURN(const DivergenceKind kind, KindFrom(text));
  return std::optional<DivergenceKind>(kind);
}

}  // namespace rashomon
