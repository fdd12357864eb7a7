// Fits the same-event decision.
//
//   RASHOMON_ASSIGN_OR_RETURN(EventFit fit, FitEvents(neus_jsonl_path, gold));
//
// "Shared occurrence" is fitted on data/events/neus_train: reports of one event
// against reports of others, near misses (the most alike of other events)
// among them; the marked pairs of data/divergences stand in for long articles,
// with random cross pairs of theirs. "Main matter" is fitted on the marked
// pairs alone.
#ifndef RASHOMON_TOOLS_TRAIN_EVENT_FIT_H_
#define RASHOMON_TOOLS_TRAIN_EVENT_FIT_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/evaluate/divergence_eval.h"
#include "tools/train/logistic_fit.h"

namespace rashomon {

struct EventFit {
  std::string rows;  // RowsText of all rows, the marked pairs' first
  std::string shared_tsv;
  std::string main_matter_tsv;
  // Verdicts right on the marked pairs, each by models fitted without it.
  Ratio marked_pairs;
  // "no" against not-"no" on neus, five folds of events.
  Ratio same_event;    // pairs of one event that are not "no"
  Ratio near_misses;   // the most alike of other events that are "no"
  Ratio random_pairs;  // of other events that are "no"
};

absl::StatusOr<EventFit> FitEvents(const std::string& neus_path,
                                   const std::vector<GoldPair>& gold);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_EVENT_FIT_H_
