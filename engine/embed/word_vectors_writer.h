// Writes word-vector files (word_vectors.h reads them).
//
//   WordVectorsInput input;
//   input.words = {"turkey", "turkey", "port"};
//   input.names = {true, false, false};
//   input.vectors = ...;                              // 3 x d
//   input.weights = {0.9f, 0.9f, 0.8f};
//   RASHOMON_ASSIGN_OR_RETURN(std::string bytes, EncodeWordVectors(input));
//   RASHOMON_RETURN_IF_ERROR(WriteFileAtomically("words.vectors", bytes));
#ifndef RASHOMON_ENGINE_EMBED_WORD_VECTORS_WRITER_H_
#define RASHOMON_ENGINE_EMBED_WORD_VECTORS_WRITER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/embed/matrix.h"
#include "engine/embed/word_vectors.h"

namespace rashomon {

// What n-grams foretell of the vector of a word that is not in the table: the
// mean of the coordinates of its n-grams (those that are not here count as
// zeros), times the basis.
struct SpellingModel {
  // Upper halves of SpellingGrams hashes, rising.
  std::vector<std::uint32_t> grams;
  RowMatrix coordinates;  // grams x rank
  RowMatrix basis;        // rank x d
};

struct WordVectorsInput {
  WordVectors::KeyForm key_form = WordVectors::KeyForm::kStem;
  std::vector<std::string> words;  // by falling frequency
  std::vector<bool> names;         // as many; true: the row of the name
  RowMatrix vectors;               // words x d; any length, zeros allowed
  std::vector<float> weights;      // as many as words, above 0
  float unseen_weight = 1;
  SpellingModel spelling;  // may be empty
};

// The bytes of the file; the same input gives the same bytes. Values are
// rounded to 8 bits with a scale for each row. InvalidArgument names the word
// whose row is not finite, whose weight is not above 0, that is empty or stands
// twice; or says which sizes do not fit.
absl::StatusOr<std::string> EncodeWordVectors(const WordVectorsInput& input);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_WORD_VECTORS_WRITER_H_
