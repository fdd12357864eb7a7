#include "engine/contrast/confidence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
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

constexpr std::string_view kRule = "rule ";
constexpr std::string_view kFewerWords = "fewer_words";
constexpr std::string_view kMoreWords = "more_words";

// How long the evidence is.
struct Lengths {
  double fewer_words = 0;
  double more_words = 0;
};

Lengths LengthsOf(const Divergence& d) {
  const std::pair<int, int> words = std::minmax({CountWords(d.left),
                                                  CountWords(d.right)});
  return {std::log1p(words.first), std::log1p(words.second)};
}

std::size_t Find(const StringMap<std::size_t>& places, std::string_view name) {
  const auto at = places.find(name);
  return at == places.end() ? LogisticModel::kNone : at->second;
}

}  // namespace

std::vector<FeatureValue> ConfidenceFeatures(const Finding& finding) {
  const Divergence& d = finding.divergence;
  const std::string_view kind = Name(d.kind);
  const Lengths lengths = LengthsOf(d);
  std::vector<FeatureValue> features = {
      {std::string(kind), 1},
      {StrCat(kRule, d.rule), 1},
      {std::string(kFewerWords), lengths.fewer_words},
      {std::string(kMoreWords), lengths.more_words}};
  for (const FindingFeature& f : finding.features) {
    features.push_back({StrCat(kind, ".", f.name), f.value});
  }
  return features;
}

ConfidenceModel::ConfidenceModel(LogisticModel model)
    : model_(std::move(model)),
      fewer_words_(model_.PlaceOf(kFewerWords)),
      more_words_(model_.PlaceOf(kMoreWords)) {
  for (const DivergenceKind kind : kAllDivergenceKinds) {
    KindPlaces& places = kinds_[static_cast<std::size_t>(kind)];
    places.kind = model_.PlaceOf(Name(kind));
    places.features = PlacesAfter(StrCat(Name(kind), "."));
  }
  rules_ = PlacesAfter(kRule);
}

// Of the features that begin so, by what follows.
StringMap<std::size_t> ConfidenceModel::PlacesAfter(
    std::string_view prefix) const {
  StringMap<std::size_t> places;
  for (std::size_t i = 0; i < model_.weights().size(); ++i) {
    const std::string_view feature = model_.weights()[i].feature;
    if (!feature.starts_with(prefix)) continue;
    places.try_emplace(std::string(feature.substr(prefix.size())), i);
  }
  return places;
}

absl::StatusOr<ConfidenceModel> ConfidenceModel::Shipped() {
  RASHOMON_ASSIGN_OR_RETURN(
      LogisticModel model,
      LogisticModel::FromTsv(ConfidenceTsv(), "confidence.tsv"));
  return ConfidenceModel(std::move(model));
}

double ConfidenceModel::Confidence(const Finding& finding) const {
  const Divergence& d = finding.divergence;
  const KindPlaces& places = kinds_[static_cast<std::size_t>(d.kind)];
  const Lengths lengths = LengthsOf(d);
  LogisticModel::PlacedValues values = {{places.kind, 1},
                                        {Find(rules_, d.rule), 1},
                                        {fewer_words_, lengths.fewer_words},
                                        {more_words_, lengths.more_words}};
  for (const FindingFeature& f : finding.features) {
    values.push_back({Find(places.features, f.name), f.value});
  }
  const double p =
      1.0 / (1.0 + std::exp(-model_.ScoreOf(std::move(values))));
  return std::round(p * 1e4) / 1e4;
}

}  // namespace rashomon
