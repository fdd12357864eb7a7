#include "engine/contrast/confidence.h"

#include <cmath>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/contrast/confidence_tsv.h"

namespace rashomon {

std::vector<FeatureValue> ConfidenceFeatures(const Finding& finding) {
  const std::string kind(Name(finding.divergence.kind));
  std::vector<FeatureValue> features = {{kind, 1}};
  for (const FeatureValue& f : finding.features) {
    features.push_back({StrCat(kind, ".", f.name), f.value});
  }
  return features;
}

ConfidenceModel::ConfidenceModel(LogisticModel model)
    : model_(std::move(model)) {}

absl::StatusOr<ConfidenceModel> ConfidenceModel::Shipped() {
  RASHOMON_ASSIGN_OR_RETURN(
      LogisticModel model,
      LogisticModel::FromTsv(ConfidenceTsv(), "confidence.tsv"));
  return ConfidenceModel(std::move(model));
}

double ConfidenceModel::Confidence(const Finding& finding) const {
  const double p = model_.Probability(ConfidenceFeatures(finding));
  return std::round(p * 1e4) / 1e4;
}

}  // namespace rashomon
