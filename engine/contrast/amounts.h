// Amounts: money, shares, and a thousand or more of anything.
//
//   if (TellsAmount(report, sentence, range)) ...   // "$400,000", "65 percent"
#ifndef RASHOMON_ENGINE_CONTRAST_AMOUNTS_H_
#define RASHOMON_ENGINE_CONTRAST_AMOUNTS_H_

#include "engine/claims/claim.h"
#include "engine/claims/word_range.h"
#include "engine/contrast/report_index.h"

namespace rashomon {

// In a currency: units of money are codes of ISO 4217.
bool IsMoney(const Quantity& quantity);

// Whether the words of the range tell an amount: magnitude makes news (Harcup &
// O'Neill 2017, What is news?), and readers name what is untold with an amount
// more often than what is untold with another number. O(quantities of the
// sentence x their words).
bool TellsAmount(const ReportIndex& report, int sentence, WordRange range);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_AMOUNTS_H_
