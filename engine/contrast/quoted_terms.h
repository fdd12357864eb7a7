// Words in quotation marks that are no utterance: scare quotes, terms that are
// rendered otherwise, words of a longer quotation.
#ifndef RASHOMON_ENGINE_CONTRAST_QUOTED_TERMS_H_
#define RASHOMON_ENGINE_CONTRAST_QUOTED_TERMS_H_

#include <vector>

#include "engine/contrast/finding.h"
#include "engine/contrast/quoted_part.h"

namespace rashomon {

// Rules quotation.scare, quotation.rendering and quotation.term, for one part
// of the near report; `others` are the far report's. O(partners x noun phrases
// + words of the others).
void CompareQuotedTerm(const Direction& d, const QuotedPart& part,
                       const std::vector<QuotedPart>& others,
                       std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_QUOTED_TERMS_H_
