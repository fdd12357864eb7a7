// Loaded wording: words of loaded.tsv where they stand.
//
//   for (const WordingFlag& flag : FindWording(sentence)) ...
#ifndef RASHOMON_ENGINE_CLAIMS_WORDING_H_
#define RASHOMON_ENGINE_CLAIMS_WORDING_H_

#include <vector>

#include "engine/claims/claim.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// In order. Words of a proper name ("Great Britain") are no wording.
std::vector<WordingFlag> FindWording(const SentenceReading& s);

// 0..1: how loaded the sentence's own words are; those in quotations count a
// quarter. Over 0.5: a reader would call it loaded.
double LoadedScore(const std::vector<WordingFlag>& flags);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_WORDING_H_
