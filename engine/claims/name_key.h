// The keys by which names are told to be the same: surname and given name
// across spellings, cases and scripts.
//
//   NameCandidate c;
//   SetNameKeys(sentence, words, 0, 2, &c);   // "Sergey Lavrov"
//   c.surname == "lavrov"; c.given == "sergey";
#ifndef RASHOMON_ENGINE_CLAIMS_NAME_KEY_H_
#define RASHOMON_ENGINE_CLAIMS_NAME_KEY_H_

#include <cstddef>
#include <string>

#include "engine/claims/mention_candidate.h"
#include "engine/claims/name_words.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

// The key of words [first, last) as a whole: "almerin port authority".
std::string EntityKey(const SentenceReading& s, std::size_t first,
                      std::size_t last);

// Sets surname and given name of the person that words [first, last) may name,
// and what the given name tells of the person.
void SetNameKeys(const SentenceReading& s, const NameWords& words,
                 std::size_t first, std::size_t last, NameCandidate* c);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_NAME_KEY_H_
