#include <cstddef>
#include <set>
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

constexpr std::size_t kMostFlags = 200;       // with their quotations
constexpr std::int64_t kMostIds = 100'000;

std::string_view NameOf(DecidedAs decided) {
  switch (decided) {
    case DecidedAs::kConfirmed:
      return "confirmed";
    case DecidedAs::kDismissed:
      return "dismissed";
    case DecidedAs::kUnsure:
      return "unsure";
    default:
      return "undecided";
  }
}

OrderedJson FacetsToJson(const FlagSelection& selection,
                         const Viewer& viewer) {
  OrderedJson json = OrderedJson::object();
  OrderedJson& kinds = json["kinds"] = OrderedJson::object();
  for (const auto& [kind, count] : selection.by_kind) {
    kinds[std::string(Name(kind))] = count;
  }
  OrderedJson& decided = json["decided"] = OrderedJson::object();
  for (const auto& [how, count] : selection.by_decision) {
    decided[std::string(NameOf(how))] = count;
  }
  OrderedJson& outlets = json["outlets"] = OrderedJson::object();
  for (const auto& [outlet, count] : selection.by_outlet) {
    outlets[viewer.mask == nullptr ? outlet : viewer.mask->AliasOf(outlet)] =
        count;
  }
  return json;
}

// The earlier flag that this one stands for, with its decisions.
absl::StatusOr<OrderedJson> ReopenedToJson(std::int64_t id,
                                           const ApiRequest& request) {
  if (id == 0) return OrderedJson(nullptr);
  RASHOMON_ASSIGN_OR_RETURN(const CaseFlag earlier,
                            ReadFlag(request.file, id));
  return FlagToJson(earlier, request.viewer);
}

bool MaySee(const IndexData& data, const VerdictRow& row,
            const Viewer& viewer) {
  if (!viewer.hides_others) return true;
  const IndexedFlag* flag = data.FindFlag(row.flag);
  return flag != nullptr && flag->VerdictOf(viewer.reviewer) != nullptr;
}

}  // namespace

absl::StatusOr<FlagQuery> QueryForViewer(FlagQuery query,
                                         const Viewer& viewer) {
  query.reviewer = viewer.reviewer;
  if (query.reviewer.empty() && query.decided != DecidedAs::kAnything) {
    return absl::InvalidArgumentError(
        "a list by decision needs the reviewer whose decisions count");
  }
  if (viewer.mask != nullptr) {
    for (std::string& outlet : query.outlets) {
      outlet = viewer.mask->OutletOf(outlet);
    }
  }
  return query;
}

absl::StatusOr<OrderedJson> GetList(const ApiRequest& request) {
  RASHOMON_ASSIGN_OR_RETURN(FlagQuery query, FlagQueryOf(*request.http));
  RASHOMON_ASSIGN_OR_RETURN(query, QueryForViewer(query, request.viewer));
  QueryFields fields(*request.http);
  const auto offset =
      static_cast<std::size_t>(fields.Number("offset").value_or(0));
  const auto limit = static_cast<std::size_t>(
      std::min(fields.Number("limit").value_or(kMostIds), kMostIds));
  RASHOMON_RETURN_IF_ERROR(fields.status());
  RASHOMON_ASSIGN_OR_RETURN(
      const CaseIndex::View view,
      request.api->index().Read(request.file, !query.text.empty()));
  const FlagSelection selection =
      SelectFlags(*view, view.search_texts(), query);
  OrderedJson json = OrderedJson::object();
  json["total"] = selection.flags.size();
  std::vector<std::int64_t> ids;
  for (std::size_t i = offset;
       i < selection.flags.size() && ids.size() < limit; ++i) {
    ids.push_back(view->flags[selection.flags[i]].id);
  }
  json["flags"] = ids;
  json["facets"] = FacetsToJson(selection, request.viewer);
  return json;
}

absl::StatusOr<OrderedJson> GetFlags(const ApiRequest& request) {
  QueryFields fields(*request.http);
  const std::vector<std::int64_t> ids = fields.Numbers("flags");
  RASHOMON_RETURN_IF_ERROR(fields.status());
  if (ids.size() > kMostFlags) {
    return absl::InvalidArgumentError(
        StrCat(ids.size(), " flags are more than the ", kMostFlags,
               " that one request gives"));
  }
  OrderedJson json = OrderedJson::object();
  OrderedJson& flags = json["flags"] = OrderedJson::array();
  for (const std::int64_t id : ids) {
    RASHOMON_ASSIGN_OR_RETURN(const CaseFlag flag, ReadFlag(request.file, id));
    flags.push_back(FlagToJson(flag, request.viewer));
  }
  return json;
}

absl::StatusOr<OrderedJson> GetChanges(const ApiRequest& request) {
  QueryFields fields(*request.http);
  const std::int64_t after = fields.Number("after").value_or(0);
  RASHOMON_RETURN_IF_ERROR(fields.status());
  RASHOMON_ASSIGN_OR_RETURN(
      const std::vector<VerdictRow> rows,
      HistoryAfter(request.file, after,
                   static_cast<std::int64_t>(kMostFlags)));
  RASHOMON_ASSIGN_OR_RETURN(const CaseIndex::View view,
                            request.api->index().Read(request.file));
  std::set<std::int64_t> flags;
  for (const VerdictRow& row : rows) {
    if (row.reviewer != request.viewer.reviewer &&
        MaySee(*view, row, request.viewer)) {
      flags.insert(row.flag);
    }
  }
  OrderedJson json = OrderedJson::object();
  json["row"] = rows.empty() ? after : rows.back().id;
  json["flags"] = flags;
  return json;
}

absl::StatusOr<OrderedJson> GetFlag(const ApiRequest& request) {
  QueryFields fields(*request.http);
  const std::int64_t id = fields.Number("flag").value_or(0);
  RASHOMON_RETURN_IF_ERROR(fields.status());
  RASHOMON_ASSIGN_OR_RETURN(const CaseFlag flag, ReadFlag(request.file, id));
  OrderedJson json = FlagToJson(flag, request.viewer);
  RASHOMON_ASSIGN_OR_RETURN(json["reopened"],
                            ReopenedToJson(flag.reopens, request));
  RASHOMON_ASSIGN_OR_RETURN(std::vector<VerdictRow> rows,
                            FlagHistory(request.file, id));
  OrderedJson& history = json["history"] = OrderedJson::array();
  for (const VerdictRow& row :
       VisibleVerdicts(std::move(rows), request.viewer)) {
    history.push_back(VerdictToJson(row));
  }
  return json;
}

}  // namespace rashomon
