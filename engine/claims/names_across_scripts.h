// Names that one text writes in Cyrillic and the other in Latin letters:
// "Лавров" and "Lavrov" are one word of a pair of reports.
//
//   const NamesAcrossScripts names(left_sentences, right_sentences);
//   names.StemOf(word);    // "lavrov" for "Лаврова", where Lavrov stands too
//
// A Cyrillic name counts as a Latin one where its transliteration (engine/
// claims/transliteration.h) is that name's, or where both have the same
// consonants, three or more: English spells vowels as it likes ("Байден",
// "Biden"). Names alone, words in capitals: other words of two languages are
// no spellings of each other. What differs by more is left to lists and the
// anchors made from them ("США", "Москва").
#ifndef RASHOMON_ENGINE_CLAIMS_NAMES_ACROSS_SCRIPTS_H_
#define RASHOMON_ENGINE_CLAIMS_NAMES_ACROSS_SCRIPTS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/strings.h"
#include "engine/text/word.h"

namespace rashomon {

// Immutable; thread-safe.
class NamesAcrossScripts {
 public:
  // For texts of one script: every stem stays as it is.
  NamesAcrossScripts() = default;

  // The sentences of both texts; exchanging them changes nothing. O(words).
  NamesAcrossScripts(std::span<const std::vector<Word>> left,
                     std::span<const std::vector<Word>> right);

  // Whether most words of one text are Latin and most of the other Cyrillic. If
  // not, StemOf() gives every word's own stem.
  bool mixed() const { return mixed_; }

  // What the word counts as: the Latin stem of a Cyrillic name, the key of a
  // number (number_key.h), else its stem. O(1).
  std::string StemOf(const Word& word) const;

 private:
  bool mixed_ = false;
  StringMap<std::string> stems_;  // Latin stem by Cyrillic normal form
};

// The consonants of a name in Latin letters, sounds that are spelt in several
// ways made one; "a" for a vowel at the start. "biden", "bayden": "bdn";
// "washington", "vashington": "vsngtn".
std::string Consonants(std::string_view latin);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_NAMES_ACROSS_SCRIPTS_H_
