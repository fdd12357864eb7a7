// One utterance, quoted differently.
#ifndef RASHOMON_ENGINE_CONTRAST_QUOTATION_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_QUOTATION_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Rules: quotation.cut (the other has more of it), quotation.reworded (other
// words in quotation marks: another translation, another ending),
// quotation.paraphrase (quoted here, told in the outlet's words there),
// quotation.scare (quotation marks round words that the other uses plainly).
// O(quotations x quotations x words^2); the first 200 parts of each side.
void DetectQuotations(const Direction& direction, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_QUOTATION_DETECTOR_H_
