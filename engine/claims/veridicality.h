// Verbs that settle whether what they govern happened: "failed to", "managed
// to", "prevented X from", and those that leave it open: "tried to", "vowed
// to".
//
//   for (const ImplicativeMatch& m : FindImplicatives(sentence))
//     if (m.kind == Implication::kNegative) ...      // "failed to leave"
//
// The list is implicatives.tsv; the theory Karttunen (1971, 2012).
#ifndef RASHOMON_ENGINE_CLAIMS_VERIDICALITY_H_
#define RASHOMON_ENGINE_CLAIMS_VERIDICALITY_H_

#include <cstddef>
#include <cstdint>

#include "absl/container/inlined_vector.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

enum class Implication : std::uint8_t {
  kNegative,    // "failed to": it did not happen
  kPositive,    // "managed to": it did
  kAttempt,     // "tried to": open
  kWish,        // "wants to": the wish is asserted, what is wished open
  kCommitment,  // "vowed to": open, and still to come
  kFactive,     // "regrets that": taken for granted
};

struct ImplicativeMatch {
  std::size_t first = 0;  // words [first, last)
  std::size_t last = 0;
  Implication kind = Implication::kPositive;
};

// Verbs alone: "the attempt to leave" and ", failing to leave" are no
// predicates. In order. Linear time.
absl::InlinedVector<ImplicativeMatch, 2> FindImplicatives(const SentenceReading& s);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_VERIDICALITY_H_
