// Russian short passive participles, by their endings.
//
//   IsRussianShortParticiple(s, i, false)      // "задержан", not "океан"
#ifndef RASHOMON_ENGINE_CLAIMS_RUSSIAN_PARTICIPLE_H_
#define RASHOMON_ENGINE_CLAIMS_RUSSIAN_PARTICIPLE_H_

#include <cstddef>

#include "engine/claims/sentence_reading.h"

namespace rashomon {

// "убит", "задержана": after a form of "быть" with fewer doubts.
bool IsRussianShortParticiple(const SentenceReading& s, std::size_t i,
                              bool after_be);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_RUSSIAN_PARTICIPLE_H_
