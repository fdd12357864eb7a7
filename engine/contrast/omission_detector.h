// Omission: a fact central to the story, or a party's reply or denial, that was
// not found in the other report.
//
// It says "not found in", never "omitted": an earlier, shorter or truncated
// report did not leave out what it could not hold.
//
// Rules: omission.reply (a party's answer or denial), omission.fact.
#ifndef RASHOMON_ENGINE_CONTRAST_OMISSION_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_OMISSION_DETECTOR_H_

#include <vector>

#include "engine/align/alignment.h"
#include "engine/contrast/finding.h"

namespace rashomon {

// Sentences of `near` in `unmatched` (those without a partner on the far
// side), with the nearest miss. O(unmatched x words).
void DetectOmissions(const Direction& direction,
                     const std::vector<Unmatched>& unmatched,
                     std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_OMISSION_DETECTOR_H_
