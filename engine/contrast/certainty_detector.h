// Certainty: one report hedges, calls alleged, or puts in the conditional or
// future what the other asserts.
//
//   "the alleged interference"  /  "the interference"
//
// Rules: certainty.alleged, certainty.hedge, certainty.conditional,
// certainty.future.
#ifndef RASHOMON_ENGINE_CONTRAST_CERTAINTY_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_CERTAINTY_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Hedges of `near` whose content `far` asserts without any. O(hedges x
// partners x words); allegations are looked for in every sentence of `far`.
void DetectCertainty(const Direction& direction, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CERTAINTY_DETECTOR_H_
