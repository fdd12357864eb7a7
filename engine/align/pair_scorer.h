// How alike two sentences are.
//
//   PairScorer scorer(&word_counts);
//   double s = scorer.Similarity(words_of_a, words_of_b);   // 0..1
//
// The cosine of the two bags of weighted stems: 1 for the same words in any
// order, 0 where no word is shared or a side has no word.
#ifndef RASHOMON_ENGINE_ALIGN_PAIR_SCORER_H_
#define RASHOMON_ENGINE_ALIGN_PAIR_SCORER_H_

#include <vector>

#include "engine/embed/word_counts.h"
#include "engine/text/word.h"

namespace rashomon {

// Immutable, thread-safe.
class PairScorer {
 public:
  // `counts` outlives this.
  explicit PairScorer(const WordCounts* counts) : counts_(counts) {}

  // 0..1, symmetric, never NaN. O(n log n) in the number of words.
  double Similarity(const std::vector<Word>& left,
                    const std::vector<Word>& right) const;

 private:
  const WordCounts* counts_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_PAIR_SCORER_H_
