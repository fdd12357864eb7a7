// Competing names of one thing: "special military operation" / "invasion".
#ifndef RASHOMON_ENGINE_CONTRAST_LABEL_TERMS_H_
#define RASHOMON_ENGINE_CONTRAST_LABEL_TERMS_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Rule label.term: names of one group of labels.tsv, of which the near report
// alone has one that carries a stance, and the far report a plain one or another
// of its own. Common words
// compete where they share a rare word or stand in sentences that may tell the
// same; so do other names unless both carry a stance. A finding a name; O(names
// of near x names of far).
void CompareTerms(const Direction& d, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_LABEL_TERMS_H_
