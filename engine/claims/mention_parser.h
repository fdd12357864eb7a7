// Names in one sentence: people, organisations, places, roles, as candidates.
//
//   std::vector<NameCandidate> found;
//   ParseMentions(sentence, i, times, &found);     // appends, in order of
//   words
#ifndef RASHOMON_ENGINE_CLAIMS_MENTION_PARSER_H_
#define RASHOMON_ENGINE_CLAIMS_MENTION_PARSER_H_

#include <cstddef>
#include <vector>

#include "engine/claims/mention_candidate.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// `times`: time expressions of the sentence, in order; no names in them but
// months that are surnames. Linear time.
void ParseMentions(const SentenceReading& s, std::size_t sentence,
                   const std::vector<Span>& times,
                   std::vector<NameCandidate>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_MENTION_PARSER_H_
