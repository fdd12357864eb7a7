// A headline or lead on one side, in passing on the other.
#ifndef RASHOMON_ENGINE_CONTRAST_EMPHASIS_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_EMPHASIS_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Rule: emphasis.headline. The title, or the first sentence where there is no
// title, of `near`, whose content stands late in `far` and nearer there than
// to its title and lead. O(partners).
void DetectEmphasis(const Direction& direction, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_EMPHASIS_DETECTOR_H_
