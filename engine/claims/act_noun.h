// Nouns of action with who did it and whom it befell: "the killing of a farmer
// by soldiers", "Russia's attack on Ukraine".
#ifndef RASHOMON_ENGINE_CLAIMS_ACT_NOUN_H_
#define RASHOMON_ENGINE_CLAIMS_ACT_NOUN_H_

#include <cstddef>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "engine/base/span.h"
#include "engine/claims/noun_phrase.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

struct ActNoun {
  std::size_t noun = 0;  // word
  bool agentless = false;
  WordRange actor;
  WordRange undergoer;
};

// Those that name an actor or an undergoer, in order. Linear time; nothing is
// done for a sentence without a word of acts.tsv.
absl::InlinedVector<ActNoun, 2> FindActNouns(const SentenceReading& s,
                                             const std::vector<Span>& times);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_ACT_NOUN_H_
