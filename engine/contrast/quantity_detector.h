// Quantity: one quantity, two values or two precisions.
//
//   "16 organizations and 16 individuals" / "more than 30 individuals"
//   "on Wednesday" / "on Thursday"
//
// Rules: quantity.value (the values cannot both be right), quantity.precision
// (exact against rounded, bounded or vague; never called a conflict),
// quantity.update (a later report counts more dead or hurt), quantity.time
// (different days), quantity.time-precision (a day against a longer time).
#ifndef RASHOMON_ENGINE_CONTRAST_QUANTITY_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_QUANTITY_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Quantities and times of `near` against those of its partners. The other
// direction finds the same, but for pairs that one side's list of partners
// holds and the other's cut off; merging makes the two one. O(quantities of two
// sentences, over all pairs of partners).
void DetectQuantities(const Direction& direction, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_QUANTITY_DETECTOR_H_
