// Which words stand near which: positive pointwise mutual information (PPMI).
//
//   SparseRows ppmi = PpmiOf(corpus, {});          // words x words, symmetric
#ifndef RASHOMON_TOOLS_TRAIN_COOCCURRENCE_H_
#define RASHOMON_TOOLS_TRAIN_COOCCURRENCE_H_

#include <cstdint>

#include "engine/embed/randomized_svd.h"
#include "tools/train/vector_corpus.h"

namespace rashomon {

struct CooccurrenceOptions {
  // Words to either side; nearer ones count more, as in word2vec (Mikolov,
  // Sutskever et al. 2013).
  int window = 10;
  // Words of a greater share are thinned out, as there; 0: none is.
  double subsample = 1e-4;
  // Context counts are raised to this power, which tempers rare contexts (Levy,
  // Goldberg, Dagan 2015).
  double context_power = 0.75;
  std::uint64_t seed = 1;
};

// Cells are the mean of both directions, those of 0 left out. O(words x window)
// time; memory: 16 bytes a distinct pair and a buffer of 1 GB. Deterministic.
SparseRows PpmiOf(const VectorCorpus& corpus,
                  const CooccurrenceOptions& options);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_COOCCURRENCE_H_
