// Loaded: evaluative, one-sided or emotive wording in the report's own voice
// where the other report is neutral or silent.
//
//   "a stinging defeat"  /  "lost the vote"
//
// Rules: loaded.contrast (the other side tells it in other words),
// loaded.alone (no counterpart).
#ifndef RASHOMON_ENGINE_CONTRAST_LOADED_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_LOADED_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Wording inside a quotation, or in words that a named speaker said, is not
// the report's own and is left out. O(wording x partners x words).
void DetectLoaded(const Direction& direction, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_LOADED_DETECTOR_H_
