// Whether what a claim asserts is negated.
//
//   const PolarityReader polarity(sentence, &clauses);
//   polarity.Of(first_word, last_word) == -1      // "failed to leave"
//
// Negations are those of negations.tsv, and the negative implicatives of
// veridicality.h. Two in one chain of verbs cancel ("did not fail to leave");
// Russian negative concord is one ("никто не уехал"); what stands in another
// clause, in a prepositional phrase ("with no money") or in an utterance that
// the claim quotes does not count.
#ifndef RASHOMON_ENGINE_CLAIMS_POLARITY_H_
#define RASHOMON_ENGINE_CLAIMS_POLARITY_H_

#include <cstddef>
#include <cstdint>

#include "absl/container/inlined_vector.h"
#include "engine/claims/clause_map.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// Reads a sentence once; then each claim of it costs O(its negations).
class PolarityReader {
 public:
  // `s` outlives the reader; `clauses` are its own. Linear time; nothing for a
  // sentence without negation.
  PolarityReader(const SentenceReading& s, LazyClauseMap* clauses);

  // -1 where the main verb of words [first, last) is negated, else 1.
  int Of(std::size_t first, std::size_t last) const;

 private:
  enum class Kind : std::uint8_t {
    kVerb,         // "not", "не", "never"
    kConcord,      // "nobody", "никто", "ни", "nor": one negation with a verb's
    kImplicative,  // "failed to"
  };
  struct Turn {
    std::size_t at = 0;    // word
    std::size_t last = 0;  // one past its last word
    std::size_t opener = 0;  // of its clause, see ClauseMap
    Kind kind = Kind::kVerb;
  };

  bool Quoted(const Turn& turn, std::size_t first) const;
  bool Joined(std::size_t from, std::size_t to) const;
  bool Cancels(const Turn& before, const Turn& turn) const;

  const SentenceReading& s_;
  absl::InlinedVector<Turn, 2> turns_;  // in order
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_POLARITY_H_
