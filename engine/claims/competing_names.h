// Names that compete for one thing: words of labels.tsv where they stand.
//
//   std::vector<CompetingName> names;
//   FindCompetingNames(sentence, &names);
#ifndef RASHOMON_ENGINE_CLAIMS_COMPETING_NAMES_H_
#define RASHOMON_ENGINE_CLAIMS_COMPETING_NAMES_H_

#include <vector>

#include "engine/claims/claim.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// Appends them, in order. One word counts where it is a noun. O(matches).
void FindCompetingNames(const SentenceReading& s,
                        std::vector<CompetingName>* names);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_COMPETING_NAMES_H_
