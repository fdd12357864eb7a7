// Loaded wording: words of loaded.tsv where they stand.
//
//   std::vector<WordingFlag> flags;
//   FindWording(sentence, &flags);
#ifndef RASHOMON_ENGINE_CLAIMS_WORDING_H_
#define RASHOMON_ENGINE_CLAIMS_WORDING_H_

#include <span>
#include <vector>

#include "engine/claims/claim.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// Appends them, in order. Words of a proper name ("Great Britain") are no
// wording.
void FindWording(const SentenceReading& s, std::vector<WordingFlag>* flags);

// 0..1: how loaded the sentence's own words are: those of `flags`, the ones in
// quotations at a quarter, and those that commentary uses more than news does
// (engine/lexicon/commentary.h). From 0.5 on a reader would call it loaded.
double LoadedScore(const SentenceReading& s,
                   std::span<const WordingFlag> flags);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_WORDING_H_
