// Noun phrases of a sentence, without what hangs on their heads.
//
//   for (const NounChunk& n : NounChunksOf(report, sentence))
//     // "the infamous chalkboard": head "chalkboard", modifiers "infamous"
#ifndef RASHOMON_ENGINE_CONTRAST_NOUN_CHUNKS_H_
#define RASHOMON_ENGINE_CONTRAST_NOUN_CHUNKS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "engine/claims/word_range.h"
#include "engine/contrast/report_index.h"

namespace rashomon {

struct NounChunk {
  WordRange range;
  std::size_t head = 0;      // index of the last noun
  bool named = false;        // the head is a name
  bool possessed = false;    // "his", "Holm's" before the head
};

// By parts of speech (Abney 1991, Parsing by chunks). In order; O(words).
std::vector<NounChunk> NounChunksOf(const ReportIndex& report, int sentence);

// Whether a word before a head describes it.
bool IsModifier(const ReportIndex& report, int sentence, std::size_t word);

// Indices of the words that describe the head: adjectives, nouns, participles
// and names before it; no determiners, pronouns, numbers.
std::vector<std::size_t> ModifiersOf(const ReportIndex& report, int sentence,
                                     const NounChunk& chunk);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_NOUN_CHUNKS_H_
