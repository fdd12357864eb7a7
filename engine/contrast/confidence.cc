#include "engine/contrast/confidence.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/contrast/confidence_tsv.h"

namespace rashomon {

namespace {

// Runs of letters and digits between spaces; 0 without evidence.
int CountWords(const std::optional<Evidence>& evidence) {
  if (!evidence) return 0;
  int words = 0;
  bool inside = false;
  for (const char c : evidence->quote) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

}  // namespace

std::vector<FeatureValue> ConfidenceFeatures(const Finding& finding) {
  const Divergence& d = finding.divergence;
  const std::string kind(Name(d.kind));
  const std::pair<int, int> words = std::minmax({CountWords(d.left),
                                                  CountWords(d.right)});
  std::vector<FeatureValue> features = {{kind, 1},
                                        {StrCat("rule ", d.rule), 1},
                                        {"fewer_words", std::log1p(words.first)},
                                        {"more_words", std::log1p(words.second)}};
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
