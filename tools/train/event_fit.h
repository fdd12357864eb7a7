// Fits the same-event decision.
//
//   RASHOMON_ASSIGN_OR_RETURN(EventFit fit, FitEvents(events_folder, gold));
//
// "Shared occurrence" is fitted on data/events/neus_train: reports of one event
// against reports of others, near misses (the most alike of other events)
// among them; the marked pairs of data/divergences stand in for long articles,
// with random cross pairs of theirs. "Main matter" is fitted on the marked
// pairs, yes against partly; as they are few, reports of one event and near
// misses, lightly weighted, keep its weights near what holds in general. The
// models for two alphabets are fitted on the same rows with the features that
// are there across them.
#ifndef RASHOMON_TOOLS_TRAIN_EVENT_FIT_H_
#define RASHOMON_TOOLS_TRAIN_EVENT_FIT_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/evaluate/divergence_eval.h"
#include "tools/train/logistic_fit.h"

namespace rashomon {

// A model as it is shipped.
struct EventTable {
  std::string file;  // "shared_event.tsv"
  std::string tsv;
};

struct EventFit {
  std::string rows;  // RowsText of all rows, the marked pairs' first
  std::vector<EventTable> tables;
  // Verdicts right on the marked pairs, each by models fitted without it.
  Ratio marked_pairs;
  // The same by models fitted without any pair of its story.
  Ratio marked_stories;
  std::vector<std::string> wrong;  // pairs wrong in the latter, with verdicts
  // "no" against not-"no" on neus_val, which nothing is fitted on.
  Ratio same_event;    // pairs of one event that are not "no"
  Ratio near_misses;   // the most alike of other events that are "no"
  Ratio random_pairs;  // of other events that are "no"
};

// `events_folder` has neus_train.jsonl and neus_val.jsonl.
absl::StatusOr<EventFit> FitEvents(const std::string& events_folder,
                                   const std::vector<GoldPair>& gold);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_EVENT_FIT_H_
