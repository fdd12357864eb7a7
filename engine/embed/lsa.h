// Latent semantic analysis on the user's own articles (Deerwester, Dumais,
// Furnas, Landauer, Harshman 1990): words that keep the same company come near
// each other, without a model file.
//
//   Lsa lsa = Lsa::Fit(counts, documents, {.dimensions = 100});
//   RowMatrix vectors = lsa.Embed(sentences);   // n x d
//
// A document is the words of an article, or of a paragraph. Some hundred
// documents are the least that tells words apart; below that the bag of words
// itself (sentence_embedder.h) does better.
#ifndef RASHOMON_ENGINE_EMBED_LSA_H_
#define RASHOMON_ENGINE_EMBED_LSA_H_

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "engine/base/strings.h"
#include "engine/embed/matrix.h"
#include "engine/embed/randomized_svd.h"
#include "engine/embed/word_counts.h"
#include "engine/text/word.h"

namespace rashomon {

struct LsaOptions {
  // Fewer than asked where the documents have lower rank. 100 to 300 is usual.
  int dimensions = 100;
  // A stem that stands in fewer documents keeps no company to learn from.
  int min_documents = 2;
  std::uint64_t seed = 1;
};

// Immutable after Fit(), then thread-safe.
class Lsa {
 public:
  // Time: tokens, and RandomizedSvd() on documents x stems. Deterministic.
  // `counts` outlives the result.
  static Lsa Fit(const WordCounts* counts,
                 const std::vector<std::vector<Word>>& documents,
                 const LsaOptions& options = {});

  // n x dimensions(): rows of unit length, zeros for a sentence of which no
  // stem was learnt. Cosines lie in -1..1.
  RowMatrix Embed(const std::vector<std::vector<Word>>& sentences) const;

  int dimensions() const { return static_cast<int>(stems_.cols()); }
  int vocabulary_size() const { return static_cast<int>(stems_.rows()); }

 private:
  explicit Lsa(const WordCounts* counts) : counts_(counts) {}
  SparseRows RowsOf(const std::vector<std::vector<Word>>& texts) const;

  const WordCounts* counts_;
  StringMap<int> columns_;
  Eigen::MatrixXf stems_;  // vocabulary x dimensions
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_LSA_H_
