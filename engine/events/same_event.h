// Whether two articles report the same event.
//
//   RASHOMON_ASSIGN_OR_RETURN(SameEventModel model,
//                             SameEventModel::Shipped(counts));
//   SameEvent e = DecideSameEvent(left, left_annotation, right,
//                                 right_annotation, model);
//   if (e.verdict == SameEventVerdict::kNo) ...   // no divergences are listed
#ifndef RASHOMON_ENGINE_EVENTS_SAME_EVENT_H_
#define RASHOMON_ENGINE_EVENTS_SAME_EVENT_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "engine/base/logistic_model.h"
#include "engine/claims/claim.h"
#include "engine/embed/word_counts.h"
#include "engine/events/event_profile.h"

namespace rashomon {

// yes: one occurrence is the main matter of both; partly: they share an
// occurrence, but the main matters differ; no: neither.
enum class SameEventVerdict { kYes, kPartly, kNo };

// "yes", "partly", "no".
std::string_view Name(SameEventVerdict verdict);

struct SameEvent {
  SameEventVerdict verdict = SameEventVerdict::kNo;
  double confidence = 0;  // 0..1, of the verdict
  // What decided, in plain words: "shared rare names: Lavrov, Blinken".
  std::vector<std::string> reasons;
};

// Two fitted models: whether an occurrence is shared at all, and whether it is
// the main matter of both. Immutable; thread-safe.
struct SameEventModel {
  LogisticModel shared;
  LogisticModel main_matter;
  WordCounts counts;

  // The weights compiled in (engine/events/data).
  static absl::StatusOr<SameEventModel> Shipped(const WordCounts& counts);

  // Hash of both models' weights.
  std::string version() const;
};

// What the models see, each the same whichever article comes first:
// "head_cosine", "whole_cosine", "best_pair", "cover_min", "cover_max",
// "head_names", "all_names", "numbers", "days_apart" ...
std::vector<FeatureValue> EventFeatures(const EventProfile& a,
                                        const EventProfile& b);

// Swapping the articles changes nothing. Outlets, ids and places of
// publication are not looked at; publication dates are where both have one.
// O(n m) cosines for n and m sentences, at most 400 a side.
SameEvent DecideSameEvent(const Article& left,
                          const Annotation& left_annotation,
                          const Article& right,
                          const Annotation& right_annotation,
                          const SameEventModel& model);

// The same where many are compared, and each is profiled once.
SameEvent DecideSameEvent(const EventProfile& left, const EventProfile& right,
                          const SameEventModel& model);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_SAME_EVENT_H_
