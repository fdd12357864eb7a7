#include "engine/contrast/confidence.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
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

// Calls visit(name, value) for each feature.
template <typename Visit>
void VisitFeatures(const Finding& finding, const Visit& visit) {
  const Divergence& d = finding.divergence;
  const std::string_view kind = Name(d.kind);
  const std::pair<int, int> words = std::minmax({CountWords(d.left),
                                                  CountWords(d.right)});
  visit(kind, 1);
  std::string name = "rule ";
  name += d.rule;
  visit(name, 1);
  visit("fewer_words", std::log1p(words.first));
  visit("more_words", std::log1p(words.second));
  for (const FeatureValue& f : finding.features) {
    name.assign(kind);
    name += '.';
    name += f.name;
    visit(name, f.value);
  }
}

}  // namespace

std::vector<FeatureValue> ConfidenceFeatures(const Finding& finding) {
  std::vector<FeatureValue> features;
  VisitFeatures(finding, [&](std::string_view name, double value) {
    features.push_back({std::string(name), value});
  });
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
  std::vector<LogisticModel::PlacedValue> values;
  values.reserve(finding.features.size() + 8);
  VisitFeatures(finding, [&](std::string_view name, double value) {
    values.push_back({model_.PlaceOf(name), value});
  });
  const double p =
      1.0 / (1.0 + std::exp(-model_.ScoreOf(std::move(values))));
  return std::round(p * 1e4) / 1e4;
}

}  // namespace rashomon
