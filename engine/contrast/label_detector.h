// One referent, names of different colour.
#ifndef RASHOMON_ENGINE_CONTRAST_LABEL_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_LABEL_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Rules: label.title (the two headlines name the matter otherwise),
// label.modifier (one head, other describing words: "his trademark / infamous
// chalkboard"), label.head (other head at the same place: "victims / accusers"),
// label.anchor (other heads of
// phrases that share a rare word: "provocation in Bucha / Bucha massacre"),
// label.name (two spellings of one name: "Kiev / Kyiv").
// O(noun phrases x partners x noun phrases).
void DetectLabels(const Direction& direction, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_LABEL_DETECTOR_H_
