// Attribution: the same content from another source, in the outlet's own voice
// against attributed, from a named source against an unnamed one, or with
// another stance of the reporting verb ("said" / "claimed" / "admitted").
//
// Rules: attribution.own-voice, attribution.unnamed, attribution.source,
// attribution.cue.
#ifndef RASHOMON_ENGINE_CONTRAST_ATTRIBUTION_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_ATTRIBUTION_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Claims of `near` with a source, against the claims of their partners and what
// those tell in the outlet's voice; at most one finding for a sentence. Two
// attributed claims are found where `near` is the left report, the same as were
// it the right one. O(claims x partners x words).
void DetectAttribution(const Direction& direction,
                       std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_ATTRIBUTION_DETECTOR_H_
