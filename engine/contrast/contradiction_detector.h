// Statements that cannot both be true.
#ifndef RASHOMON_ENGINE_CONTRAST_CONTRADICTION_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_CONTRADICTION_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Rules: contradiction.denied (one report tells a denial of what the other
// states in its own voice), contradiction.negation (one negates what the other
// states), contradiction.opposite ("win" / "lose" of the same).
// O(clauses x partners).
void DetectContradictions(const Direction& direction, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CONTRADICTION_DETECTOR_H_
