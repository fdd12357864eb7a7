// Where the clause of a cause ends.
#ifndef RASHOMON_ENGINE_CLAIMS_CAUSE_CLAUSE_H_
#define RASHOMON_ENGINE_CLAIMS_CAUSE_CLAUSE_H_

#include <cstddef>

#include "engine/claims/noun_phrase.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

inline constexpr std::size_t kMaxCauseWords = 60;

// The words of the clause after a trigger that ends before word `first`; empty
// where nothing follows. `finite`: the clause has a verb of its own; without,
// it ends before the next one.
WordRange CauseClauseFrom(const SentenceReading& s, std::size_t first,
                       bool finite);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_CAUSE_CLAUSE_H_
