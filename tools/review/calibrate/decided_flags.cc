#include "tools/review/calibrate/decided_flags.h"

#include <map>

#include "engine/base/status_macros.h"
#include "tools/review/store/case_comparisons.h"
#include "tools/review/store/case_flags.h"
#include "tools/review/store/records.h"

namespace rashomon {
namespace {

absl::StatusOr<std::map<std::int64_t, std::string>> ModelsOfRuns(
    CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<CaseComparison> runs,
                            ListComparisons(file, /*all_runs=*/true));
  std::map<std::int64_t, std::string> models;
  for (const CaseComparison& run : runs) {
    const auto version = run.versions.find("confidence");
    models[run.id] = version == run.versions.end() ? "" : version->second;
  }
  return models;
}

bool IsDecided(Outcome outcome) {
  return outcome == Outcome::kConfirmed || outcome == Outcome::kDismissed;
}

}  // namespace

absl::StatusOr<CaseDecisions> DecisionsOf(CaseFile* file,
                                          std::string_view model_version,
                                          std::int64_t first_group) {
  RASHOMON_ASSIGN_OR_RETURN(const auto models, ModelsOfRuns(file));
  FlagQuery all;
  all.states = {FlagState::kCurrent, FlagState::kSuperseded};
  all.order = FlagOrder::kTextOrder;
  RASHOMON_ASSIGN_OR_RETURN(const FlagPage page, ListFlags(file, all));
  CaseDecisions decisions;
  std::map<std::int64_t, std::int64_t> groups;
  for (const CaseFlag& flag : page.flags) {
    if (flag.added_by) continue;
    const Outcome outcome = OutcomeOf(flag);
    if (!IsDecided(outcome)) {
      ++decisions.undecided;
      continue;
    }
    if (models.at(flag.comparison) != model_version) {
      ++decisions.other_models;
      continue;
    }
    const auto next =
        first_group + static_cast<std::int64_t>(groups.size());
    DecidedFlag decided;
    decided.kind = flag.divergence.kind;
    decided.confidence = flag.divergence.confidence;
    decided.right = outcome == Outcome::kConfirmed &&
                    KindOf(flag) == flag.divergence.kind;
    decided.group = groups.try_emplace(flag.pair, next).first->second;
    decisions.flags.push_back(decided);
  }
  decisions.pairs = static_cast<std::int64_t>(groups.size());
  return decisions;
}

}  // namespace rashomon
