// Pairs of sentences that share words, with their cosine, without looking at
// every pair.
//
//   std::vector<CandidatePair> pairs = CandidatePairs(left_bags, right_bags,
//                                                     columns, {});
#ifndef RASHOMON_ENGINE_ALIGN_CANDIDATES_H_
#define RASHOMON_ENGINE_ALIGN_CANDIDATES_H_

#include <vector>

#include "engine/embed/bag_of_words.h"

namespace rashomon {

struct CandidatePair {
  int left = 0;
  int right = 0;
  double cosine = 0;  // above 0
};

struct CandidateOptions {
  // Candidates kept for a sentence of either side: the best by cosine.
  int per_sentence = 24;
  // Sentences of the other side looked at for one sentence, rare words first.
  // Articles never reach it; it keeps hostile input (100,000 sentences of the
  // same words) linear.
  int max_looked_at = 2000;
};

// Bags come from one BagOfWords with `columns` columns. A pair is listed once,
// where either sentence has the other among its best. By left, then right.
// O(words + looked at) of time and memory.
std::vector<CandidatePair> CandidatePairs(const std::vector<Bag>& left,
                                          const std::vector<Bag>& right,
                                          int columns,
                                          const CandidateOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_CANDIDATES_H_
