// How alike two sentences are.
//
//   PairScorer scorer(&word_model);
//   double s = scorer.Similarity(words_of_a, words_of_b);   // 0..1
//
// A linear model over the features of pair_features.h, fitted by tools/train
// on stsb_train (data/similarity_model.md: figures) and scaled so that a
// sentence has 1 with itself; 0 where nothing is in common.
#ifndef RASHOMON_ENGINE_ALIGN_PAIR_SCORER_H_
#define RASHOMON_ENGINE_ALIGN_PAIR_SCORER_H_

#include <string_view>
#include <utility>
#include <vector>

#include "engine/align/linear_model.h"
#include "engine/align/pair_features.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"

namespace rashomon {

// The names of all pair features, in their order.
std::vector<std::string_view> PairFeatureNames();

// Features of a single pair; for many pairs over the same sentences use
// PairSpace itself.
PairFeatures FeaturesOf(const WordModel& word_model,
                        const std::vector<Word>& left,
                        const std::vector<Word>& right);

// Immutable, thread-safe.
class PairScorer {
 public:
  // With the shipped model. `word_model` outlives this.
  explicit PairScorer(const WordModel* word_model);
  PairScorer(const WordModel* word_model, LinearModel model)
      : word_model_(word_model), model_(std::move(model)) {}

  // 0..1, symmetric, never NaN; 0 where a side has no word (a number is a
  // word). O(n log n) in the number of words, some 35 us a pair of news sentences.
  double Similarity(const std::vector<Word>& left,
                    const std::vector<Word>& right) const;

 private:
  const WordModel* word_model_;
  LinearModel model_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_PAIR_SCORER_H_
