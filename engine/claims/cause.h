// Causes, grounds and purposes: the words that announce one, and its clause.
//
//   std::vector<Cause> causes;
//   FindCauses(s, times, &causes);
//   for (const Cause& c : causes)
//     // "expelled two envoys over spying": "over", "spying", kGround
//
// Triggers and what has to stand round them are rows of
// engine/lexicon/data/causes.tsv.
#ifndef RASHOMON_ENGINE_CLAIMS_CAUSE_H_
#define RASHOMON_ENGINE_CLAIMS_CAUSE_H_

#include <vector>

#include "engine/base/span.h"
#include "engine/claims/claim.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// Puts them, in order of trigger, in place of what `*causes` holds. `times`: time
// expressions of the sentence, in order. Linear time; nothing is done for a
// sentence without a trigger.
void FindCauses(const SentenceReading& s, const std::vector<Span>& times,
                std::vector<Cause>* causes);

// Those that overlap the content, in order.
std::vector<Cause> CausesIn(const std::vector<Cause>& causes,
                            const std::vector<Span>& content);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_CAUSE_H_
