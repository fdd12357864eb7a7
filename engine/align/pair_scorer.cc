#include "engine/align/pair_scorer.h"

#include "engine/embed/bag_of_words.h"

namespace rashomon {

double PairScorer::Similarity(const std::vector<Word>& left,
                              const std::vector<Word>& right) const {
  BagOfWords bags(counts_);
  const Bag left_bag = bags.Add(left);
  return Dot(left_bag, bags.Add(right));
}

}  // namespace rashomon
