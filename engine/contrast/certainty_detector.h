// Certainty: one report hedges, calls alleged, or puts in the conditional or
// future what the other asserts: the same predicate of the same things.
//
//   "the alleged interference"  /  "the interference"
//   "plans to ban the fishing"  /  "banned the fishing"
//
// Rules: certainty.alleged, certainty.hedge, certainty.conditional,
// certainty.future.
#ifndef RASHOMON_ENGINE_CONTRAST_CERTAINTY_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_CERTAINTY_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// What `near` leaves unsure (unsure_words.h) and `far` asserts, in nobody's
// quotation. O(hedges x partners x words); "alleged" and its like are looked
// for in every sentence of `far`.
void DetectCertainty(const Direction& direction, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CERTAINTY_DETECTOR_H_
