// Which words of a sentence stand in another clause than the main one.
//
//   "The envoy, who may resign, left because he was not paid."
//   ClauseMap clauses(sentence);
//   clauses.Embedded(i, 0)    // true for "may" and for "not"
//
// Works on closed-class words and commas alone: relative, adverbial and
// participle clauses and what a comma and a coordinator join on. Complement
// clauses ("knows that ...") count as part of the clause they complete, as
// what is said there is what the sentence asserts.
#ifndef RASHOMON_ENGINE_CLAIMS_CLAUSE_MAP_H_
#define RASHOMON_ENGINE_CLAIMS_CLAUSE_MAP_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/container/inlined_vector.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

class ClauseMap {
 public:
  // Time linear in the sentence's words.
  explicit ClauseMap(const SentenceReading& s);

  // Whether word `i` stands in a clause that opens after word `first`. A word
  // that opens a clause ("if") belongs to the clause around it.
  bool Embedded(std::size_t i, std::size_t first) const {
    return opener_[i] != kMain && opener_[i] > first;
  }

  // Index of the word that opens the clause of word `i`; kMain for none.
  std::size_t OpenerOf(std::size_t i) const { return opener_[i]; }

  static constexpr std::uint32_t kMain = 0xFFFFFFFF;

  // Few sentences have more words.
  using Openers = absl::InlinedVector<std::uint32_t, 64>;

 private:
  Openers opener_;  // of each word
};

// The clauses of one sentence, worked out when first asked for.
class LazyClauseMap {
 public:
  // `s` outlives it.
  explicit LazyClauseMap(const SentenceReading& s) : s_(s) {}

  const ClauseMap& Get() {
    if (!map_) map_.emplace(s_);
    return *map_;
  }

 private:
  const SentenceReading& s_;
  std::optional<ClauseMap> map_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_CLAUSE_MAP_H_
