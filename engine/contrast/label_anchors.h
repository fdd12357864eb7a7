// One referent by a rare word that two noun phrases share: "the provocation in
// Bucha", "the Bucha massacre".
#ifndef RASHOMON_ENGINE_CONTRAST_LABEL_ANCHORS_H_
#define RASHOMON_ENGINE_CONTRAST_LABEL_ANCHORS_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Rule label.anchor: phrases, wherever they stand, that share a rare word and
// have other heads, each used by its own report alone. O(phrases of near x
// phrases of far), at most 400 a side.
void CompareAnchoredPhrases(const Direction& d, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_LABEL_ANCHORS_H_
