// One act, responsibility shown differently.
#ifndef RASHOMON_ENGINE_CONTRAST_AGENCY_DETECTOR_H_
#define RASHOMON_ENGINE_CONTRAST_AGENCY_DETECTOR_H_

#include <vector>

#include "engine/contrast/finding.h"

namespace rashomon {

// Rules: agency.agent-dropped (one report names who did it, the other tells the
// act without: a passive, a noun of action, "died"), agency.actor (the reports
// put different actors in focus). Sentences have to be aligned, save for "died"
// and for acts of force, whose tellings meet anywhere.
// O(acts x partners x acts).
void DetectAgency(const Direction& direction, std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_AGENCY_DETECTOR_H_
