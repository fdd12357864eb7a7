// Fits what n-grams foretell of the vectors of words
// (engine/embed/spelling.h), by ridge regression over the words of a table.
#ifndef RASHOMON_TOOLS_TRAIN_SPELLING_FIT_H_
#define RASHOMON_TOOLS_TRAIN_SPELLING_FIT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "engine/embed/matrix.h"
#include "engine/embed/word_vectors_writer.h"

namespace rashomon {

struct SpellingFitOptions {
  int rank = 64;                  // directions of meaning that are foretold
  std::size_t max_grams = 8'192;  // the most frequent
  int min_words = 3;              // an n-gram stands in that many words
  float penalty = 0.1f;
};

struct FittedSpelling {
  SpellingModel model;
  // Mean cosine of foretold and true vectors of every tenth word, fitted
  // without them.
  double held_out_cosine = 0;
};

// `vectors` is words x d, rows of unit length. Deterministic.
FittedSpelling FitSpelling(const std::vector<std::string>& words,
                           const RowMatrix& vectors,
                           const SpellingFitOptions& options);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_SPELLING_FIT_H_
