// What one report tells as called untrue - "claims of a massacre are fake, the
// ministry said" - and where the other states it.
//
//   const bool stated = CompareCalledUntrue(d, sentence, &found);
#ifndef RASHOMON_ENGINE_CONTRAST_CALLED_UNTRUE_H_
#define RASHOMON_ENGINE_CONTRAST_CALLED_UNTRUE_H_

#include <vector>

#include "engine/contrast/finding.h"
#include "engine/contrast/report_index.h"

namespace rashomon {

// Whether the sentence calls something it tells "fake", "a hoax", "untrue" ...
// O(words).
bool CallsUntrue(const ReportIndex& report, int sentence);

// Whether it tells a denial, or calls something untrue.
bool TellsDenial(const ReportIndex& report, int sentence);

// Rule contradiction.untrue, for a sentence of the near report that calls
// something untrue: the place of the far report that states most of it. False
// where none does. O(words of the far report).
bool CompareCalledUntrue(const Direction& d, int sentence,
                         std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CALLED_UNTRUE_H_
