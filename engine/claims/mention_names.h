// What single words tell about names: initials, particles, suffixes,
// patronymics, acronyms; and the keys that spellings of one name share.
//
//   IsInitial(word)            "V" in "V. Putin"
//   SurnameKey("Путиным")      "putin"
//   SurnameKey("Zelenskyy")    "zelensky"
#ifndef RASHOMON_ENGINE_CLAIMS_MENTION_NAMES_H_
#define RASHOMON_ENGINE_CLAIMS_MENTION_NAMES_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/claims/sentence_reading.h"
#include "engine/text/word.h"

namespace rashomon {

// "V", "J.D.", "Дж".
bool IsInitial(const Word& word);
// "Holm's", "Dockers'".
bool IsPossessive(const Word& word);
// Written small inside a person's name: "van", "bin", "al-Sisi" (`text`: the
// word's own bytes).
bool IsParticle(std::string_view text);
// "Jr", "III": after a name, no part of its key.
bool IsNameSuffix(const Word& word);
// "Владимировичем": 'm', "Сергеевна": 'f'; 'u' for any other word.
char PatronymicGender(std::string_view normal);
// Capitals alone: "NATO", "СВР"; no roman numeral, no initial.
bool IsAcronym(const Word& word);
// "US-backed", "Trump-era", "D-NJ": compounds that name nobody. `text`: the
// word's own bytes.
bool IsCompoundModifier(std::string_view text);
// Ends as common nouns do and surnames do not: "Leadership", "Conventions".
bool LooksLikeThing(std::string_view normal);
// The bytes of words [first, last) without a possessive ending.
std::string SurfaceOf(const SentenceReading& s, std::size_t first,
                      std::size_t last);
std::string_view WithoutPossessive(std::string_view text);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_MENTION_NAMES_H_
