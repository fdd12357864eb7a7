// How much more often commentary uses a word than news does.
//
//   CommentaryTable::Shipped().WeightOf("ridiculous") > 1;
//   CommentaryTable::Shipped().WeightOf("spokesman") < 0;
//
// A weight is the natural logarithm of how many times as often; that of the
// side with the lesser difference where commentary of the left and of the
// right both differ from news in one direction, else 0: a word that one side
// alone uses weighs nothing. Fitted on background text by `train commentary`;
// commentary/commentary.md is its card. English.
#ifndef RASHOMON_ENGINE_LEXICON_COMMENTARY_H_
#define RASHOMON_ENGINE_LEXICON_COMMENTARY_H_

#include <cstddef>
#include <string_view>

#include "engine/base/strings.h"

namespace rashomon {

// Immutable; thread-safe.
class CommentaryTable {
 public:
  static const CommentaryTable& Shipped();

  // Lines "word <tab> weight" behind comments (#) and a header line. Lines of
  // another form are left out: the shipped table is checked by a test.
  explicit CommentaryTable(std::string_view tsv);

  // By Word::normal. 0 for words that are not in the table. O(1).
  float WeightOf(std::string_view normal) const;

  std::size_t size() const { return weights_.size(); }

 private:
  StringMap<float> weights_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_COMMENTARY_H_
