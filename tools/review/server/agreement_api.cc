#include <cstddef>
#include <utility>
#include <vector>

#include "engine/base/status_macros.h"
#include "tools/review/agreement/measured.h"
#include "tools/review/server/api_handlers.h"
#include "tools/review/server/review_json.h"
#include "tools/review/store/case_flags.h"

namespace rashomon {
namespace {

constexpr std::size_t kMostDisagreements = 500;  // shown

OrderedJson KindToJson(const std::optional<DivergenceKind>& kind) {
  return kind ? OrderedJson(Name(*kind)) : OrderedJson(nullptr);
}

OrderedJson WorkToJson(const std::vector<ReviewerWork>& reviewers) {
  OrderedJson json = OrderedJson::array();
  for (const ReviewerWork& work : reviewers) {
    json.push_back({{"reviewer", work.reviewer},
                    {"decided", work.decided},
                    {"confirmed", work.confirmed},
                    {"dismissed", work.dismissed},
                    {"unsure", work.unsure},
                    {"added", work.added}});
  }
  return json;
}

OrderedJson KappasToJson(const std::vector<ReviewerPair>& pairs) {
  OrderedJson json = OrderedJson::array();
  for (const ReviewerPair& pair : pairs) {
    OrderedJson one = {{"first", pair.first}, {"second", pair.second}};
    if (pair.kappa) {
      one["items"] = pair.kappa->items;
      one["observed"] = RoundedScore(pair.kappa->observed);
      one["value"] = RoundedScore(pair.kappa->kappa);
      one["low"] = RoundedScore(pair.kappa->interval.low);
      one["high"] = RoundedScore(pair.kappa->interval.high);
    }
    json.push_back(std::move(one));
  }
  return json;
}

OrderedJson AlphaToJson(const std::optional<Alpha>& alpha) {
  if (!alpha) return nullptr;
  return {{"items", alpha->items},
          {"ratings", alpha->ratings},
          {"value", RoundedScore(alpha->alpha)},
          {"low", RoundedScore(alpha->interval.low)},
          {"high", RoundedScore(alpha->interval.high)}};
}

OrderedJson AgreementToJson(const std::vector<KindAgreement>& agreement) {
  OrderedJson json = OrderedJson::array();
  for (const KindAgreement& of : agreement) {
    json.push_back({{"kind", KindToJson(of.kind)},
                    {"kappas", KappasToJson(of.pairs)},
                    {"alpha", AlphaToJson(of.alpha)}});
  }
  return json;
}

OrderedJson PrecisionToJson(const std::vector<KindPrecision>& precision) {
  OrderedJson json = OrderedJson::array();
  for (const KindPrecision& of : precision) {
    OrderedJson one = OrderedJson::object();
    one["kind"] = KindToJson(of.kind);
    one["flags"] = of.flags;
    one["confirmed"] = of.confirmed;
    one["changed_kind"] = of.changed_kind;
    one["dismissed"] = of.dismissed;
    one["unsure"] = of.unsure;
    one["disputed"] = of.disputed;
    one["undecided"] = of.undecided;
    one["value"] = of.precision ? OrderedJson(RoundedScore(*of.precision))
                                : OrderedJson(nullptr);
    one["low"] = RoundedScore(of.interval.low);
    one["high"] = RoundedScore(of.interval.high);
    json.push_back(std::move(one));
  }
  return json;
}

// What the viewer may see the decisions of.
std::vector<CaseFlag> VisibleFlags(std::vector<CaseFlag> flags,
                                   const Viewer& viewer) {
  if (viewer.hides_others) {
    std::erase_if(flags, [&](const CaseFlag& flag) {
      return !HasDecided(flag.verdicts, viewer.reviewer);
    });
  }
  return flags;
}

OrderedJson DisagreementsToJson(const std::vector<CaseFlag>& flags,
                                const std::vector<std::int64_t>& ids,
                                const Viewer& viewer) {
  OrderedJson json = OrderedJson::array();
  std::size_t next = 0;  // of ids, which stand in the order of the flags
  for (const CaseFlag& flag : flags) {
    if (next == ids.size() || json.size() == kMostDisagreements) break;
    if (flag.id != ids[next]) continue;
    ++next;
    json.push_back(FlagToJson(flag, viewer));
  }
  return json;
}

}  // namespace

absl::StatusOr<OrderedJson> GetAgreement(const ApiRequest& request) {
  FlagQuery everything;
  everything.states = {};
  RASHOMON_ASSIGN_OR_RETURN(FlagPage page,
                            ListFlags(request.file, everything));
  const std::vector<CaseFlag> flags =
      VisibleFlags(std::move(page.flags), request.viewer);
  const MeasuredCase measured = Measure(flags);
  OrderedJson json = OrderedJson::object();
  json["others_hidden"] = request.viewer.hides_others;
  json["reviewers"] = WorkToJson(measured.reviewers);
  json["agreement"] = AgreementToJson(measured.agreement);
  json["precision"] = PrecisionToJson(measured.precision);
  json["disagreements"] = DisagreementsToJson(flags, measured.disagreements,
                                              request.viewer);
  json["disagreements_total"] = measured.disagreements.size();
  return json;
}

}  // namespace rashomon
