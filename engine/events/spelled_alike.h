// Names of one text under the keys that another text in the other alphabet has
// for them: "Лаврова" under "lavrov", where Lavrov stands there.
//
//   AnchorMap names = SpelledAlike(russian.names, english.names);
//
// As the aligner finds them (engine/claims/names_across_scripts.h).
#ifndef RASHOMON_ENGINE_EVENTS_SPELLED_ALIKE_H_
#define RASHOMON_ENGINE_EVENTS_SPELLED_ALIKE_H_

#include "engine/events/event_profile.h"

namespace rashomon {

// `cyrillic`, each name that spells one of `latin` under its key and as rare as
// it, each other one as it was. O(names).
AnchorMap SpelledAlike(const AnchorMap& cyrillic, const AnchorMap& latin);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_SPELLED_ALIKE_H_
