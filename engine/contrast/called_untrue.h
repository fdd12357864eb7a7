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

// Whether the claim denies what it tells.
bool IsDenial(const Claim& claim);

// Whether the sentence tells a denial, or calls something untrue.
bool TellsDenial(const ReportIndex& report, int sentence);

// The same of each of the first 400 sentences.
struct Denials {
  std::vector<bool> of;
};

// O(words); by ReadOnce, once a report.
Denials DenialsOf(const ReportIndex& report);

// Rule contradiction.untrue, for a sentence of the near report that calls
// something untrue: the place of the far report that states most of it. False
// where none does, and for sentences after the first 400. O(words of the far
// report).
bool CompareCalledUntrue(const Direction& d, int sentence,
                         std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CALLED_UNTRUE_H_
