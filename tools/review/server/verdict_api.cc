#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/review/server/api_handlers.h"
#include "tools/review/server/flag_list.h"
#include "tools/review/server/flag_selection.h"
#include "tools/review/server/request_fields.h"
#include "tools/review/server/review_json.h"
#include "tools/review/store/case_flags.h"
#include "tools/review/store/case_verdicts.h"

namespace rashomon {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostShown = 200;  // flags in an answer

// All of a decision but its flag.
absl::StatusOr<Decision> DecisionFrom(const Json& json) {
  Decision decision;
  if (!json.is_object()) {
    return absl::InvalidArgumentError("a decision is not a JSON object");
  }
  RASHOMON_ASSIGN_OR_RETURN(const std::string verdict, TextOf(json, "verdict"));
  RASHOMON_ASSIGN_OR_RETURN(const std::string reason, TextOf(json, "reason"));
  RASHOMON_ASSIGN_OR_RETURN(decision.note, TextOf(json, "note"));
  RASHOMON_ASSIGN_OR_RETURN(decision.changed_kind, KindOf(json, "kind"));
  const std::optional<Verdict> known = VerdictFromName(verdict);
  if (!known) {
    return absl::InvalidArgumentError(
        StrCat("verdict \"", verdict,
               "\" is none of confirmed, dismissed, unsure"));
  }
  const std::optional<DismissReason> known_reason =
      DismissReasonFromName(reason);
  if (!known_reason) {
    return absl::InvalidArgumentError(
        StrCat("reason \"", reason, "\" is none of wrong-alignment, "
               "not-a-difference, wrong-kind, trivial, other"));
  }
  decision.verdict = *known;
  decision.reason = *known_reason;
  return decision;
}

absl::StatusOr<std::vector<Decision>> DecisionsFrom(const Json& body) {
  const auto list = body.find("decisions");
  if (list == body.end() || !list->is_array()) {
    return absl::InvalidArgumentError(
        "the field \"decisions\" is not a list of decisions");
  }
  std::vector<Decision> decisions;
  for (const Json& json : *list) {
    RASHOMON_ASSIGN_OR_RETURN(Decision decision, DecisionFrom(json));
    RASHOMON_ASSIGN_OR_RETURN(const std::optional<std::int64_t> flag,
                              NumberOf(json, "flag"));
    decision.flag = flag.value_or(0);
    decisions.push_back(std::move(decision));
  }
  return decisions;
}

// What a write changed: its batch, the flags as they are now (the first 200),
// and how many there are.
absl::StatusOr<OrderedJson> ChangeToJson(const std::vector<VerdictRow>& rows,
                                         const ApiRequest& request) {
  OrderedJson json = OrderedJson::object();
  json["batch"] = rows.empty() ? 0 : rows.front().batch;
  json["count"] = rows.size();
  OrderedJson& flags = json["flags"] = OrderedJson::array();
  for (std::size_t i = 0; i < rows.size() && i < kMostShown; ++i) {
    RASHOMON_ASSIGN_OR_RETURN(const CaseFlag flag,
                              ReadFlag(request.file, rows[i].flag));
    flags.push_back(FlagToJson(flag, request.viewer));
  }
  return json;
}

// The flags that fit, of which the reviewer was told that there are `count`.
absl::StatusOr<std::vector<std::int64_t>> FlagsToDecide(
    const Json& body, const ApiRequest& request) {
  const auto filter = body.find("filter");
  RASHOMON_ASSIGN_OR_RETURN(
      FlagQuery query,
      FlagQueryOf(filter == body.end() ? Json() : *filter,
                  request.viewer.reviewer));
  RASHOMON_ASSIGN_OR_RETURN(query, QueryForViewer(query, request.viewer));
  RASHOMON_ASSIGN_OR_RETURN(const std::optional<std::int64_t> count,
                            NumberOf(body, "count"));
  RASHOMON_ASSIGN_OR_RETURN(
      const CaseIndex::View view,
      request.api->index().Read(request.file, !query.text.empty()));
  const FlagSelection selection =
      SelectFlags(*view, view.search_texts(), query);
  if (count != static_cast<std::int64_t>(selection.flags.size())) {
    return absl::FailedPreconditionError(
        StrCat("the list has ", selection.flags.size(), " flags now, not ",
               count.value_or(0), "; look at it again before you decide all"));
  }
  std::vector<std::int64_t> ids;
  for (const std::size_t at : selection.flags) {
    ids.push_back(view->flags[at].id);
  }
  return ids;
}

// Settling shows what all decided, so it is for those who have decided too.
absl::Status CheckMaySettle(std::int64_t id, const ApiRequest& request) {
  RASHOMON_ASSIGN_OR_RETURN(const CaseFlag flag, ReadFlag(request.file, id));
  if (request.viewer.hides_others &&
      !HasDecided(flag.verdicts, request.viewer.reviewer)) {
    return absl::PermissionDeniedError(
        StrCat("flag ", id, " is settled by those who have decided on it; "
               "decide first"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<OrderedJson> PostDecide(const ApiRequest& request) {
  RASHOMON_ASSIGN_OR_RETURN(const Json body, BodyOf(*request.http));
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<Decision> decisions,
                            DecisionsFrom(body));
  RASHOMON_ASSIGN_OR_RETURN(
      const std::vector<VerdictRow> rows,
      AddVerdicts(request.viewer.reviewer, request.api->options().now(),
                  decisions, request.file));
  return ChangeToJson(rows, request);
}

absl::StatusOr<OrderedJson> PostDecideAll(const ApiRequest& request) {
  RASHOMON_ASSIGN_OR_RETURN(const Json body, BodyOf(*request.http));
  RASHOMON_ASSIGN_OR_RETURN(const Decision decision, DecisionFrom(body));
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<std::int64_t> flags,
                            FlagsToDecide(body, request));
  std::vector<Decision> decisions(flags.size(), decision);
  for (std::size_t i = 0; i < flags.size(); ++i) decisions[i].flag = flags[i];
  RASHOMON_ASSIGN_OR_RETURN(
      const std::vector<VerdictRow> rows,
      AddVerdicts(request.viewer.reviewer, request.api->options().now(),
                  decisions, request.file));
  return ChangeToJson(rows, request);
}

absl::StatusOr<OrderedJson> PostUndo(const ApiRequest& request) {
  RASHOMON_ASSIGN_OR_RETURN(const Json body, BodyOf(*request.http));
  RASHOMON_ASSIGN_OR_RETURN(std::optional<std::int64_t> batch,
                            NumberOf(body, "batch"));
  const std::string& reviewer = request.viewer.reviewer;
  if (!batch) {
    RASHOMON_ASSIGN_OR_RETURN(batch, LastBatch(request.file, reviewer));
  }
  if (!batch) {
    return absl::NotFoundError("there is nothing of yours to take back");
  }
  RASHOMON_ASSIGN_OR_RETURN(
      const std::vector<VerdictRow> rows,
      UndoBatch(reviewer, request.api->options().now(), *batch,
                request.file));
  return ChangeToJson(rows, request);
}

absl::StatusOr<OrderedJson> PostSettle(const ApiRequest& request) {
  RASHOMON_ASSIGN_OR_RETURN(const Json body, BodyOf(*request.http));
  RASHOMON_ASSIGN_OR_RETURN(const std::optional<std::int64_t> id,
                            NumberOf(body, "flag"));
  RASHOMON_RETURN_IF_ERROR(CheckMaySettle(id.value_or(0), request));
  const std::string now = request.api->options().now();
  RASHOMON_ASSIGN_OR_RETURN(const std::string verdict, TextOf(body, "verdict"));
  if (verdict.empty()) {
    RASHOMON_RETURN_IF_ERROR(Unsettle(request.viewer.reviewer, now,
                                      id.value_or(0), request.file));
  } else {
    RASHOMON_ASSIGN_OR_RETURN(Decision decision, DecisionFrom(body));
    decision.flag = id.value_or(0);
    RASHOMON_RETURN_IF_ERROR(
        Settle(request.viewer.reviewer, now, decision, request.file).status());
  }
  RASHOMON_ASSIGN_OR_RETURN(const CaseFlag flag,
                            ReadFlag(request.file, id.value_or(0)));
  return FlagToJson(flag, request.viewer);
}

absl::StatusOr<OrderedJson> PostAdd(const ApiRequest& request) {
  RASHOMON_ASSIGN_OR_RETURN(const Json body, BodyOf(*request.http));
  NewFlag added;
  RASHOMON_ASSIGN_OR_RETURN(const std::optional<std::int64_t> comparison,
                            NumberOf(body, "comparison"));
  RASHOMON_ASSIGN_OR_RETURN(const std::optional<std::int64_t> weight,
                            NumberOf(body, "weight"));
  RASHOMON_ASSIGN_OR_RETURN(const std::optional<DivergenceKind> kind,
                            KindOf(body, "kind"));
  if (!kind) {
    return absl::InvalidArgumentError("a flag needs a kind of divergence");
  }
  added.comparison = comparison.value_or(0);
  added.kind = *kind;
  added.weight = static_cast<int>(weight.value_or(added.weight));
  RASHOMON_ASSIGN_OR_RETURN(added.left, SpanOf(body, "left"));
  RASHOMON_ASSIGN_OR_RETURN(added.right, SpanOf(body, "right"));
  RASHOMON_ASSIGN_OR_RETURN(added.note, TextOf(body, "note"));
  RASHOMON_ASSIGN_OR_RETURN(
      const std::int64_t id,
      AddReviewerFlag(request.viewer.reviewer, request.api->options().now(),
                      added, request.file));
  RASHOMON_ASSIGN_OR_RETURN(const CaseFlag flag, ReadFlag(request.file, id));
  return FlagToJson(flag, request.viewer);
}

}  // namespace rashomon
