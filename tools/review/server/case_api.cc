#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/status_macros.h"
#include "engine/contrast/divergence.h"
#include "engine/text/normalize.h"
#include "tools/report/kind_style.h"
#include "tools/review/server/api_handlers.h"
#include "tools/review/server/export_api.h"
#include "tools/review/server/flag_selection.h"
#include "tools/review/server/request_fields.h"
#include "tools/review/server/review_json.h"
#include "tools/review/store/case_json_parts.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/database.h"

namespace rashomon {
namespace {

constexpr std::int64_t kMostPairs = 200;  // a page of the list

OrderedJson KindsToJson() {
  OrderedJson json = OrderedJson::array();
  for (const DivergenceKind kind : kAllDivergenceKinds) {
    const KindStyle& style = StyleOf(kind);
    json.push_back({{"kind", Name(kind)},
                    {"label", style.label},
                    {"meaning", style.meaning}});
  }
  return json;
}

OrderedJson OutletsToJson(const IndexData& data, const Viewer& viewer) {
  std::vector<std::string> names;
  for (const ArticleHead& head : data.articles) {
    names.push_back(viewer.mask == nullptr ? head.outlet
                                           : viewer.mask->AliasOf(head.outlet));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// How far a reviewer is with the flags of each pair.
struct PairCount {
  std::size_t flags = 0;
  std::size_t decided = 0;
  std::size_t reopened = 0;
};

std::vector<PairCount> CountPairs(const IndexData& data,
                                  const std::string& reviewer) {
  std::vector<PairCount> counts(data.pairs.size());
  for (const IndexedFlag& flag : data.flags) {
    if (flag.state != FlagState::kCurrent) continue;
    PairCount& count = counts[flag.pair];
    ++count.flags;
    if (DecisionOn(flag, reviewer) != DecidedAs::kUndecided) ++count.decided;
    if (flag.reopened) ++count.reopened;
  }
  return counts;
}

OrderedJson PairToJson(const IndexData& data, const IndexedPair& pair,
                       const PairCount& count, const Viewer& viewer) {
  OrderedJson json = OrderedJson::object();
  json["pair"] = pair.id;
  json["comparison"] = pair.comparison;
  json["same_event"] = Name(pair.same_event);
  json["left"] = ArticleHeadToJson(data.articles[pair.left], viewer);
  json["right"] = ArticleHeadToJson(data.articles[pair.right], viewer);
  json["flags"] = count.flags;
  json["decided"] = count.decided;
  json["reopened"] = count.reopened;
  return json;
}

bool HoldsText(const IndexData& data, const IndexedPair& pair,
               const std::string& wanted) {
  if (wanted.empty()) return true;
  for (const std::size_t at : {pair.left, pair.right}) {
    const ArticleHead& head = data.articles[at];
    if (NormalForm(head.title + "\n" + head.outlet + "\n" + head.published)
            .find(wanted) != std::string::npos) {
      return true;
    }
  }
  return false;
}

// Of the last run.
absl::StatusOr<std::map<std::string, std::string>> VersionsOf(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement row,
      file->db()->Prepare("SELECT versions FROM comparisons ORDER BY "
                          "comparison DESC LIMIT 1"));
  RASHOMON_ASSIGN_OR_RETURN(const bool found, row.Step());
  if (!found) return std::map<std::string, std::string>();
  return VersionsFromJson(row.Text(0));
}

// The last row of the history, from which changes are counted.
absl::StatusOr<std::int64_t> LastRowOf(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> row,
      file->db()->QueryInt("SELECT max(verdict) FROM verdicts"));
  return row.value_or(0);
}

}  // namespace

absl::StatusOr<OrderedJson> GetCase(const ApiRequest& request) {
  RASHOMON_ASSIGN_OR_RETURN(const CaseIndex::View view,
                            request.api->index().Read(request.file));
  const ApiOptions& options = request.api->options();
  OrderedJson json = OrderedJson::object();
  json["name"] =
      std::filesystem::path(request.api->case_path()).filename().string();
  json["articles"] = view->articles.size();
  json["pairs"] = view->pairs.size();
  json["reviewer"] = options.reviewer;
  RASHOMON_ASSIGN_OR_RETURN(json["reviewers"], Reviewers(request.file));
  json["hides_others"] = options.hides_others;
  json["blind"] = options.blind;
  json["kinds"] = KindsToJson();
  json["exports"] = ExportForms();
  json["outlets"] = OutletsToJson(*view, request.viewer);
  RASHOMON_ASSIGN_OR_RETURN(json["versions"], VersionsOf(request.file));
  RASHOMON_ASSIGN_OR_RETURN(json["row"], LastRowOf(request.file));
  return json;
}

absl::StatusOr<OrderedJson> GetPairs(const ApiRequest& request) {
  QueryFields fields(*request.http);
  const std::size_t offset =
      static_cast<std::size_t>(fields.Number("offset").value_or(0));
  const std::size_t limit = static_cast<std::size_t>(
      std::min(fields.Number("limit").value_or(kMostPairs), kMostPairs));
  const std::string wanted = NormalForm(fields.Text("text"));
  RASHOMON_RETURN_IF_ERROR(fields.status());
  RASHOMON_ASSIGN_OR_RETURN(const CaseIndex::View view,
                            request.api->index().Read(request.file));
  const std::vector<PairCount> counts =
      CountPairs(*view, request.viewer.reviewer);
  OrderedJson json = OrderedJson::object();
  OrderedJson pairs = OrderedJson::array();
  std::size_t fitting = 0;
  PairCount all;
  for (std::size_t i = 0; i < view->pairs.size(); ++i) {
    all.flags += counts[i].flags;
    all.decided += counts[i].decided;
    const IndexedPair& pair = view->pairs[i];
    if (!HoldsText(*view, pair, wanted)) continue;
    if (fitting >= offset && fitting - offset < limit) {
      pairs.push_back(PairToJson(*view, pair, counts[i], request.viewer));
    }
    ++fitting;
  }
  json["total"] = fitting;
  json["flags"] = all.flags;
  json["decided"] = all.decided;
  json["pairs"] = std::move(pairs);
  return json;
}

}  // namespace rashomon
