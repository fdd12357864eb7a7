#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/text/decode.h"
#include "tools/report/alignment_json.h"
#include "tools/report/utf8.h"
#include "tools/review/server/api_handlers.h"
#include "tools/review/server/request_fields.h"
#include "tools/review/server/review_json.h"
#include "tools/review/store/case_articles.h"
#include "tools/review/store/case_comparisons.h"
#include "tools/review/store/case_flags.h"

namespace rashomon {
namespace {

// Flags that a text shows at once; more than any careful comparison gives.
constexpr std::size_t kMostFlags = 2'000;
constexpr std::size_t kMostSourceBytes = 1024 * 1024;  // shown of a source

OrderedJson UnmatchedToJson(const std::vector<Unmatched>& unmatched) {
  OrderedJson json = OrderedJson::array();
  for (const Unmatched& one : unmatched) {
    json.push_back({{"sentence", one.sentence},
                    {"nearest", one.nearest},
                    {"score", RoundedScore(one.score)}});
  }
  return json;
}

OrderedJson NotesToJson(const std::vector<Note>& notes, const Viewer& viewer) {
  OrderedJson json = OrderedJson::array();
  for (const Note& note : notes) {
    json.push_back({{"code", note.code},
                    {"message", viewer.mask == nullptr
                                    ? note.message
                                    : viewer.mask->Masked(note.message)}});
  }
  return json;
}

// Whether spans of a flag that another run gave, or that a reviewer drew on it,
// hold in this one: the articles are the same reading.
absl::StatusOr<bool> HoldsIn(const CaseComparison& comparison,
                             const CaseFlag& flag, CaseFile* file) {
  if (flag.comparison == comparison.id) return true;
  if (flag.state != FlagState::kCurrent) return false;
  RASHOMON_ASSIGN_OR_RETURN(const CaseComparison other,
                            ReadCaseComparison(file, flag.comparison));
  return other.left == comparison.left && other.right == comparison.right;
}

absl::StatusOr<OrderedJson> FlagsOf(const CaseComparison& comparison,
                                    const ApiRequest& request) {
  FlagQuery query;
  query.pair = comparison.pair;
  query.order = FlagOrder::kTextOrder;
  query.limit = kMostFlags;
  if (!comparison.current) {
    query.states = {FlagState::kCurrent, FlagState::kSuperseded};
  }
  RASHOMON_ASSIGN_OR_RETURN(const FlagPage page,
                            ListFlags(request.file, query));
  OrderedJson flags = OrderedJson::array();
  for (const CaseFlag& flag : page.flags) {
    RASHOMON_ASSIGN_OR_RETURN(const bool holds,
                              HoldsIn(comparison, flag, request.file));
    if (holds) flags.push_back(FlagToJson(flag, request.viewer));
  }
  return flags;
}

// Decoded where that can be, else with U+FFFD for what is no UTF-8.
std::string SourceText(const std::string& bytes, const std::string& encoding) {
  absl::StatusOr<DecodedText> decoded = Decode(bytes, encoding);
  return decoded.ok() ? std::move(decoded->utf8) : ValidUtf8(bytes);
}

}  // namespace

absl::StatusOr<OrderedJson> GetComparison(const ApiRequest& request) {
  QueryFields fields(*request.http);
  const std::int64_t id = fields.Number("comparison").value_or(0);
  RASHOMON_RETURN_IF_ERROR(fields.status());
  RASHOMON_ASSIGN_OR_RETURN(const CaseComparison comparison,
                            ReadCaseComparison(request.file, id));
  RASHOMON_ASSIGN_OR_RETURN(const CaseArticle left,
                            ReadCaseArticle(request.file, comparison.left));
  RASHOMON_ASSIGN_OR_RETURN(const CaseArticle right,
                            ReadCaseArticle(request.file, comparison.right));
  OrderedJson json = OrderedJson::object();
  json["comparison"] = comparison.id;
  json["pair"] = comparison.pair;
  json["run"] = comparison.run;
  json["same_event"] = Name(comparison.same_event);
  json["same_event_confidence"] =
      RoundedScore(comparison.same_event_confidence);
  json["left"] = CaseArticleToJson(left, request.viewer);
  json["right"] = CaseArticleToJson(right, request.viewer);
  json["alignments"] = AlignedGroupsToJson(comparison.alignment.groups);
  json["unmatched"]["left"] =
      UnmatchedToJson(comparison.alignment.unmatched_left);
  json["unmatched"]["right"] =
      UnmatchedToJson(comparison.alignment.unmatched_right);
  json["notes"] = NotesToJson(comparison.notes, request.viewer);
  RASHOMON_ASSIGN_OR_RETURN(json["flags"], FlagsOf(comparison, request));
  return json;
}

absl::StatusOr<OrderedJson> GetSource(const ApiRequest& request) {
  QueryFields fields(*request.http);
  const std::int64_t id = fields.Number("article").value_or(0);
  RASHOMON_RETURN_IF_ERROR(fields.status());
  RASHOMON_ASSIGN_OR_RETURN(const CaseArticle article,
                            ReadCaseArticle(request.file, id));
  RASHOMON_ASSIGN_OR_RETURN(const std::string bytes,
                            ReadSource(request.file, article.source_sha256));
  const std::string text =
      SourceText(bytes, article.article.provenance.encoding);
  const std::size_t shown = FloorBoundary(text, kMostSourceBytes);
  OrderedJson json = OrderedJson::object();
  json["article"] = id;
  json["bytes"] = bytes.size();
  json["truncated"] = shown < text.size();
  const std::string_view part = std::string_view(text).substr(0, shown);
  json["text"] = request.viewer.mask == nullptr
                     ? std::string(part)
                     : request.viewer.mask->Masked(part);
  return json;
}

}  // namespace rashomon
