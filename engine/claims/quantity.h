// Quantities: numbers with their bounds, unit and noun; the one place.
//
//   std::vector<Quantity> q = FindQuantities(sentence, dates);
//   CompareQuantities(q[0], other) == QuantityRelation::kAgrees
//
// "more than 30 individuals" {30 open.., noun individual}; "16 entities and 16
// individuals" is two; "$1.5 billion" {1.5e9 USD}. Ordinals, years, dates,
// times of day and numbers that name ("Article 5", "START III") are none.
#ifndef RASHOMON_ENGINE_CLAIMS_QUANTITY_H_
#define RASHOMON_ENGINE_CLAIMS_QUANTITY_H_

#include <vector>

#include "engine/base/span.h"
#include "engine/claims/claim.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// `times`: spans of time expressions in this sentence, in order; numbers
// inside them are no quantities. In order, not overlapping. Linear time.
std::vector<Quantity> FindQuantities(const SentenceReading& s,
                                     const std::vector<Span>& times);

// What two quantities say of each other. Units must be of one dimension and
// nouns of one group; a side without a noun compares with any if both have a
// unit. "About" allows 10 per cent either way, and a round number (one or two
// leading figures, then zeros) the rounding to its last figure.
QuantityRelation CompareQuantities(const Quantity& a, const Quantity& b);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_QUANTITY_H_
