// One event under two names: "the provocation in Bucha" / "the Bucha killings".
#ifndef RASHOMON_ENGINE_CONTRAST_LABEL_EVENTS_H_
#define RASHOMON_ENGINE_CONTRAST_LABEL_EVENTS_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Rule label.term for phrases whose heads are nouns of events and that share a
// name. The near report alone has the one head; against it stands, of those that
// the far report has more often than the near, the one that it uses most. O(phrases of near x phrases of far), at
// most 400 a side.
void CompareEventNames(const Direction& d, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_LABEL_EVENTS_H_
