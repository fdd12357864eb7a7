// Statements that cannot both be true.
#ifndef RASHOMON_ENGINE_CONTRAST_CONTRADICTION_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_CONTRADICTION_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Rules: contradiction.negation (one report negates the predicate that the other
// asserts of the same things, neither in a quotation), contradiction.denied (one
// tells a denial of what the other states in its own voice),
// contradiction.untrue (called_untrue.h), contradiction.opposite ("win" / "lose"
// of the same). O((negations + clauses) x partners).
void DetectContradictions(const Direction& direction,
                          std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CONTRADICTION_DETECTOR_H_
