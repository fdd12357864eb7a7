// Whether two articles report the same event.
//
//   RASHOMON_ASSIGN_OR_RETURN(SameEventModel model, SameEventModel::Shipped());
//   EventReader reader(&words);
//   SameEvent e = DecideSameEvent(reader.Read(left, left_annotation),
//                                 reader.Read(right, right_annotation), model);
//   if (e.verdict == SameEventVerdict::kNo) ...   // no divergences are listed
#ifndef RASHOMON_ENGINE_EVENTS_SAME_EVENT_H_
#define RASHOMON_ENGINE_EVENTS_SAME_EVENT_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/logistic_model.h"
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

// Two fitted models, whether an occurrence is shared at all and whether it is
// the main matter of both; and the same two for texts in two alphabets, which
// see no words but names, numbers and days. Immutable; thread-safe.
struct SameEventModel {
  LogisticModel shared;
  LogisticModel main_matter;
  LogisticModel shared_across_scripts;
  LogisticModel main_matter_across_scripts;

  // The weights compiled in (engine/events/data).
  static absl::StatusOr<SameEventModel> Shipped();

  // Hash of the models' weights.
  std::string version() const;
};

// What the models see, each the same whichever article comes first:
//   head_meaning, whole_meaning  cosines of the sums of sentence vectors
//   head_cover   share of the rare words of one lead that the other lead has,
//                the mean of both sides; title_cover: of a title, in the lead
//   wording      share of rare sequences of words that both have, at most 0.1
//   entities, entities_least, names, names_least  share of those of a lead that
//                the other text has (anchor_overlap.h), of either side
//   numbers, days  how many are shared, at most 3 and 2
//   weekdays     1: the leads name one day of the week; -1: other ones
//   published_apart, published_far, months_apart, two_scripts  0 or 1
// O(stems).
std::vector<FeatureValue> EventFeatures(const EventProfile& a,
                                        const EventProfile& b);

// What the models make of features; no reasons.
SameEvent Judge(const std::vector<FeatureValue>& features,
                const SameEventModel& model);

// Swapping the articles changes nothing. Publication dates are looked at where
// both have one. O(stems).
SameEvent DecideSameEvent(const EventProfile& left, const EventProfile& right,
                          const SameEventModel& model);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_SAME_EVENT_H_
