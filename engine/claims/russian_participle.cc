#include "engine/claims/russian_participle.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/base/suffix.h"
#include "engine/claims/noun_phrase.h"

namespace rashomon {
namespace {

// Short passive participles (Shvedova 1980, 1575-1586). Endings in т are those
// of the few verbs that have them; other nouns and verbs end alike.
constexpr std::array<std::string_view, 13> kShortEnds = {
    "ан",  "ана", "ано", "аны", "ян",  "яна", "яно",
    "яны", "ен",  "ена", "ено", "ены", "ято"};
constexpr std::array<std::string_view, 31> kShortTEnds = {
    "бит",   "бита",   "бито",   "биты",   "крыт",  "крыта",  "крыто",
    "крыты", "нята",   "нято",   "няты",   "нят",   "зят",    "зята",
    "зято",  "зяты",   "ъят",    "ъята",   "ъято",  "ъяты",   "гнут",
    "гнута", "гнуто",  "гнуты",  "шита",   "шиты",  "житы",   "жита",
    "терт",  "терта",  "терты"};
// Verbs of result carry a prefix: it tells "задержан" from "океан".
constexpr std::array<std::string_view, 22> kPrefixes = {
    "за", "по", "вы", "у",  "раз", "рас", "с",   "от",  "об",  "о",  "на",
    "про", "при", "пере", "до", "под", "из", "ис", "вз", "вос", "воз", "в"};
constexpr std::size_t kMinShortBytes = 12;  // six letters

}  // namespace

bool IsRussianShortParticiple(const SentenceReading& s, std::size_t i,
                              bool after_be) {
  const Word& word = s.word(i);
  const std::string_view w = word.normal;
  if (word.capitalized && i != 0) return false;
  if (word.kind != WordKind::kWord || s.classes[i] != WordClass::kOpen) {
    return false;
  }
  if (w.size() < 4) return false;
  const bool t = EndsWithOneOf(w, kShortTEnds);
  if (!t && !EndsWithOneOf(w, kShortEnds)) return false;
  if (IsAct(s, i, "noun") || IsAct(s, i, "raising")) return false;
  // "Обмен" is no participle; "закрыт" has the stem of "закрытие".
  if (!t && IsAct(s, i, "act")) return false;
  if (word.capitalized && MatchAt(s, ListId::kPlaces, i) != nullptr) {
    return false;
  }
  if (t || after_be) return true;
  // First names and surnames open sentences; plural and neuter are no names.
  if (word.capitalized && !EndsWith(w, "о") && !EndsWith(w, "ы") &&
      !EndsWith(w, "жан")) {
    return false;
  }
  return w.size() >= kMinShortBytes &&
         std::any_of(kPrefixes.begin(), kPrefixes.end(),
                     [&](std::string_view p) {
                       return w.substr(0, p.size()) == p;
                     });
}

}  // namespace rashomon
