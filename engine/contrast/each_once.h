// What two detectors, or one from both sides, found alike, once.
#ifndef RASHOMON_ENGINE_CONTRAST_EACH_ONCE_H_
#define RASHOMON_ENGINE_CONTRAST_EACH_ONCE_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// The findings in their order, without those that equal an earlier one in
// everything. O(findings).
std::vector<Finding> EachOnce(std::vector<Finding> findings);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_EACH_ONCE_H_
