// One act, another reason, trigger or purpose.
#ifndef RASHOMON_ENGINE_CONTRAST_CAUSE_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_CAUSE_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Rules: cause.other (each gives another), cause.one-sided (one gives none).
// O(causes x partners).
void DetectCauses(const Direction& direction, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CAUSE_DETECTOR_H_
