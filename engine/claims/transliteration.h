// Russian names in Latin letters, so that "Лавров", "Лаврова", "Lavrov" share
// an entity id.
//
//   NameKey("Лаврову") == "lavrov"    NameKey("Lavrov's") == "lavrov"
#ifndef RASHOMON_ENGINE_CLAIMS_TRANSLITERATION_H_
#define RASHOMON_ENGINE_CLAIMS_TRANSLITERATION_H_

#include <string>
#include <string_view>

namespace rashomon {

// Cyrillic letters of `normal` (engine/text/normalize.h) in BGN/PCGN's
// simplified press form ("щ" shch, "ю" yu); other bytes as they are.
std::string Transliterate(std::string_view normal);

// A Russian surname or given name without its case ending, in Cyrillic:
// "лаврову" -> "лавров", "путиным" -> "путин". A rough rule.
std::string StripNameCase(std::string_view normal);

// The id of a name's word: possessive and case endings dropped, transliterated.
std::string NameKey(std::string_view normal);

// The id of a surname: as NameKey, and the spellings that the press uses side
// by side made one: "Zelenskyy", "Зеленского" -> "zelensky", "Orbán" ->
// "orban", "Lukashenka" -> "lukashenko", "al-Sisi" -> "sisi".
std::string SurnameKey(std::string_view normal);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TRANSLITERATION_H_
