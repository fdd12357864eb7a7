// What is known of words beforehand: how often they are used, and their
// vectors.
//
//   RASHOMON_ASSIGN_OR_RETURN(const WordModel words, WordModel::Shipped());
//   PairScorer scorer(&words);
#ifndef RASHOMON_ENGINE_EMBED_WORD_MODEL_H_
#define RASHOMON_ENGINE_EMBED_WORD_MODEL_H_

#include <optional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_vectors.h"

namespace rashomon {

// Immutable; thread-safe.
class WordModel {
 public:
  // Both tables that are compiled in. Some 10 ms, most for the counts.
  static absl::StatusOr<WordModel> Shipped();

  // Without vectors, what needs them is zero.
  explicit WordModel(WordCounts counts,
                     std::optional<WordVectors> vectors = std::nullopt)
      : counts_(std::move(counts)), vectors_(std::move(vectors)) {}

  const WordCounts& counts() const { return counts_; }
  // Null where there are none.
  const WordVectors* vectors() const {
    return vectors_ ? &*vectors_ : nullptr;
  }

  // For Comparison::versions.
  std::string version() const;

 private:
  WordCounts counts_;
  std::optional<WordVectors> vectors_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_WORD_MODEL_H_
