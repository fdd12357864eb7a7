// How surely a careful reader would agree with a flag.
//
//   RASHOMON_ASSIGN_OR_RETURN(ConfidenceModel model,
//                             ConfidenceModel::Shipped());
//   finding.divergence.confidence = model.Confidence(finding);
//
// One logistic model over the features of all detectors; the features of each
// kind carry its name ("omission.lead"), and the kind itself is one. Fitted by
// tools/train (see data/confidence.tsv for what on, and the score).
#ifndef RASHOMON_ENGINE_CONTRAST_CONFIDENCE_H_
#define RASHOMON_ENGINE_CONTRAST_CONFIDENCE_H_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/logistic_model.h"
#include "engine/base/strings.h"
#include "engine/contrast/divergence.h"
#include "engine/contrast/finding.h"

namespace rashomon {

// The features as the model names them.
std::vector<FeatureValue> ConfidenceFeatures(const Finding& finding);

// Immutable; thread-safe.
class ConfidenceModel {
 public:
  explicit ConfidenceModel(LogisticModel model);

  // The weights compiled in.
  static absl::StatusOr<ConfidenceModel> Shipped();

  // 0..1, rounded to four places, so that it reads back from JSON as it was.
  double Confidence(const Finding& finding) const;

  std::string version() const { return model_.version(); }
  const LogisticModel& model() const { return model_; }

 private:
  // Where the features of a kind stand in the model: the kind itself, and
  // others by what follows its name.
  struct KindPlaces {
    std::size_t kind = LogisticModel::kNone;
    StringMap<std::size_t> features;
  };

  StringMap<std::size_t> PlacesAfter(std::string_view prefix) const;

  LogisticModel model_;
  std::array<KindPlaces, kAllDivergenceKinds.size()> kinds_;
  StringMap<std::size_t> rules_;
  std::size_t fewer_words_ = LogisticModel::kNone;
  std::size_t more_words_ = LogisticModel::kNone;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CONFIDENCE_H_
