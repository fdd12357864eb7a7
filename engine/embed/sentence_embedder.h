// Sentences as rows of a matrix.
//
//   SentenceEmbedder embedder(&word_counts);
//   EmbeddedPair e = embedder.EmbedBoth(left_sentences, right_sentences);
//   RowMatrix cosines = SimilarityMatrix(e.left, e.right);   // n x m
//
// A row is the sentence's bag of words (bag_of_words.h) at unit length: it knows
// nothing of meanings, and needs no table of vectors. text_embedder.h gives rows
// of word vectors.
#ifndef RASHOMON_ENGINE_EMBED_SENTENCE_EMBEDDER_H_
#define RASHOMON_ENGINE_EMBED_SENTENCE_EMBEDDER_H_

#include <vector>

#include "engine/embed/matrix.h"
#include "engine/embed/word_counts.h"
#include "engine/text/word.h"

namespace rashomon {

struct EmbedderOptions {
  // Columns of the matrix.
  // 0: one for each distinct stem of the call. Cosines are exact; the width
  //    grows with the text, which suits two articles (n x some 1000).
  // d > 0: a sparse random projection (Achlioptas 2003; Kane, Nelson 2014) of
  //    the same bag, every stem on four columns chosen by its hash. Cosines
  //    are off by 1 / sqrt(d) (standard deviation: 0.06 at 256, 0.04 at 512),
  //    the same stem has the same columns in every call and on every machine,
  //    so that matrices of different calls compare. Suits collections.
  int dimensions = 0;
  // Takes the direction that the rows of a call share away (Arora, Liang, Ma
  // 2017) and scales back to unit length. Cosines may then be negative. Off
  // unless asked for: the fitted similarity works on the bags as they are.
  bool remove_common_component = false;
};

struct EmbeddedPair {
  RowMatrix left;   // n x d
  RowMatrix right;  // m x d, with the same columns
};

// Immutable, thread-safe.
class SentenceEmbedder {
 public:
  // `counts` outlives this.
  explicit SentenceEmbedder(const WordCounts* counts,
                            const EmbedderOptions& options = {})
      : counts_(counts), options_(options) {}

  // n x d, a row for each sentence; zeros where it has no words.
  RowMatrix Embed(const std::vector<std::vector<Word>>& sentences) const;

  // Both sides over the same columns (and the same common component).
  EmbeddedPair EmbedBoth(const std::vector<std::vector<Word>>& left,
                         const std::vector<std::vector<Word>>& right) const;

 private:
  const WordCounts* counts_;
  EmbedderOptions options_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_SENTENCE_EMBEDDER_H_
