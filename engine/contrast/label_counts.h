// One count of people or things, named differently: "10 people from the
// mission" and "ten diplomats, among them alleged spies".
#ifndef RASHOMON_ENGINE_CONTRAST_LABEL_COUNTS_H_
#define RASHOMON_ENGINE_CONTRAST_LABEL_COUNTS_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Exact counts of 2 or more that are equal in sentences that may tell the
// same, over nouns that differ or one of which carries a stance or a hedge.
// Each count is set beside the one that stands in the nearest sentence, once.
// O(quantities^2).
void CompareCounted(const Direction& direction, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_LABEL_COUNTS_H_
