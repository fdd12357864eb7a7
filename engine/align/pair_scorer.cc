#include "engine/align/pair_scorer.h"

#include <algorithm>
#include <cmath>

#include "engine/align/pair_comparer.h"
#include "engine/align/shipped_models.h"
#include "engine/claims/names_across_scripts.h"
#include "engine/embed/word_book.h"

namespace rashomon {
namespace {

// The shipped table parses (a test says so); were it broken, the soft cosine
// alone would stand in.
LinearModel ShippedOrCosine() {
  const std::vector<std::string_view> names = PairFeatureNames();
  auto model = LinearModel::Parse(ShippedSimilarityModel(),
                                  "the shipped similarity model", names);
  if (model.ok()) return *std::move(model);
  std::vector<double> weights(names.size(), 0.0);
  weights[static_cast<std::size_t>(PairFeature::kSoftCosine)] = 1;
  return LinearModel(0, std::move(weights));
}

// The same words in the same order. A single word has no neighbours.
bool IsCopy(const PairFeatures& f) {
  constexpr double kAll = 1 - 1e-8;
  const bool single = f[PairFeature::kLength] < std::log1p(2.5);
  return f[PairFeature::kCosine] > kAll &&
         (f[PairFeature::kBigramCosine] > kAll || single);
}

}  // namespace

std::vector<std::string_view> PairFeatureNames() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kPairFeatureCount; ++i) {
    names.push_back(Name(static_cast<PairFeature>(i)));
  }
  return names;
}

PairFeatures FeaturesOf(const WordModel& word_model,
                        const std::vector<Word>& left,
                        const std::vector<Word>& right) {
  WordBook book(&word_model);
  PairSpace space(&book, NamesAcrossScripts({&left, 1}, {&right, 1}));
  const SentenceProfile left_profile = space.AddLeft(left);
  const SentenceProfile right_profile = space.AddRight(right);
  space.Finish();
  PairComparer comparer(&space);
  comparer.Take(left_profile);
  return comparer.Compare(right_profile);
}

PairScorer::PairScorer(const WordModel* word_model)
    : PairScorer(word_model, ShippedOrCosine()) {}

double PairScorer::Similarity(const std::vector<Word>& left,
                              const std::vector<Word>& right) const {
  const PairFeatures features = FeaturesOf(*word_model_, left, right);
  const auto has_word = [](const Word& word) {
    return word.kind != WordKind::kPunctuation && !word.stem.empty();
  };
  if (std::none_of(left.begin(), left.end(), has_word) ||
      std::none_of(right.begin(), right.end(), has_word)) {
    return 0;
  }
  if (IsCopy(features)) return 1;
  return std::clamp(model_.Score(features.values()), 0.0, 1.0);
}

}  // namespace rashomon
