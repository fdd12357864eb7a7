// Quantities: numbers with their bounds, unit and noun; the one place.
//
//   std::vector<Quantity> counts, ordinals;
//   FindQuantities(sentence, times, &counts, &ordinals);
//   CompareQuantities(q.counts[0], other) == QuantityRelation::kAgrees
//
// "more than 30 individuals" {30 open.., noun individual}; "16 entities and 16
// individuals" is two; "$1.5 billion" {1.5e9 USD}; "two thirds of voters"
// {0.667 share, noun voter}. Years, dates, times of day and scores are none;
// ordinals and numbers that name ("Article 5") are kept apart.
#ifndef RASHOMON_ENGINE_CLAIMS_QUANTITY_H_
#define RASHOMON_ENGINE_CLAIMS_QUANTITY_H_

#include <vector>

#include "engine/base/span.h"
#include "engine/claims/claim.h"
#include "engine/claims/quantity_comparison.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// Puts the counts of the sentence in place of what `*counts` holds, and appends
// what ranks or names ("the third man", "Flight 17") to `*ordinals`. Both in
// order, not overlapping. `times`: spans of time expressions in this sentence,
// in order; numbers inside them are no quantities. Linear time.
void FindQuantities(const SentenceReading& s, const std::vector<Span>& times,
                    std::vector<Quantity>* counts,
                    std::vector<Quantity>* ordinals);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_QUANTITY_H_
