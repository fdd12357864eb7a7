// One referent by noun phrases at aligned places: "his trademark / infamous
// chalkboard", "the victims / accusers".
#ifndef RASHOMON_ENGINE_CONTRAST_LABEL_PHRASES_H_
#define RASHOMON_ENGINE_CONTRAST_LABEL_PHRASES_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Rules label.modifier and label.head. Of each noun phrase of `near` the best
// counterpart in its partners. O(noun phrases x partners x noun phrases x d).
void CompareNounPhrases(const Direction& d, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_LABEL_PHRASES_H_
