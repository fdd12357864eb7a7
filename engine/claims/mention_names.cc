#include "engine/claims/mention_names.h"

#include <algorithm>
#include <array>

#include "engine/base/suffix.h"
#include "engine/base/word_set.h"

namespace rashomon {
namespace {

bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }

// After Quirk et al. (1985, I.20-I.36: suffixes of nouns and adjectives).
constexpr std::array<std::string_view, 25> kThingEndings = {
    "tion",  "tions",  "sion", "sions", "ment", "ments", "ship",
    "ships", "ness",   "ity",  "ities", "ism",  "ance",  "ence",
    "ances", "ences",  "ings", "ology", "able", "ible",  "ical",
    "ional", "ularly", "wide", "ously"};

}  // namespace

bool IsInitial(const Word& word) {
  if (word.kind != WordKind::kWord || !word.capitalized) return false;
  const std::string_view n = word.normal;
  if (n.size() == 1) return n[0] != 'i' && n[0] != 'a';
  const bool cyrillic = static_cast<unsigned char>(n[0]) >= 0xD0;
  if (cyrillic) return n.size() == 2 || n == "дж" || n == "ю";
  // "J.D.", "J.D".
  return n.size() <= 4 && n.size() >= 2 && n[1] == '.' && n != "u.s.";
}

bool IsPossessive(const Word& word) {
  const std::string_view n = word.normal;
  // Most words end otherwise.
  if (n.empty() || (n.back() != 's' && n.back() != '\'')) return false;
  return EndsWith(n, "'s") || EndsWith(n, "s'") || EndsWith(n, "’s");
}

bool IsParticle(std::string_view text) {
  static constexpr WordSet kParticles({
      "van", "von", "de",  "der", "den", "di", "da", "du",
      "del", "dos", "bin", "ibn", "al",  "el", "la", "le",
      "ter", "ten", "ben", "фон", "ван", "де"});
  if (kParticles.Has(text)) return true;
  if (text.size() < 4 || text[2] != '-') return false;
  const std::string_view head = text.substr(0, 2);
  return (head == "al" || head == "el" || head == "as" || head == "ad" ||
          head == "ar") &&
         !IsAsciiLower(text[3]);
}

bool IsNameSuffix(const Word& word) {
  static constexpr WordSet kSuffixes({
      "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "мл", "ст", "младший"});
  return word.capitalized && kSuffixes.Has(word.normal);
}

char PatronymicGender(std::string_view normal) {
  static constexpr std::array<std::string_view, 4> kMale = {"ович", "евич",
                                                            "овича", "евича"};
  static constexpr std::array<std::string_view, 10> kMaleOblique = {
      "овичу", "евичу", "овичем", "евичем", "овиче",
      "евиче", "ovich", "evich",  "ovych",  "yevich"};
  static constexpr std::array<std::string_view, 10> kFemale = {
      "овна", "евна",  "овны",  "евны", "овне",
      "евне", "овной", "евной", "ovna", "evna"};
  if (normal.size() < 8) return 'u';
  if (EndsWith(normal, "ична")) return 'f';
  if (EndsWithOneOf(normal, kMale) || EndsWithOneOf(normal, kMaleOblique)) {
    return 'm';
  }
  return EndsWithOneOf(normal, kFemale) ? 'f' : 'u';
}

bool IsAcronym(const Word& word) {
  if (!word.all_caps || word.normal.size() < 2 || IsNameSuffix(word)) {
    return false;
  }
  return word.normal.find_first_not_of("ivxlc") != std::string::npos &&
         !IsInitial(word);
}

bool IsCompoundModifier(std::string_view text) {
  const std::size_t hyphen = text.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= text.size()) {
    return false;
  }
  const std::string_view tail = text.substr(hyphen + 1);
  if (hyphen <= 1 || IsAsciiLower(tail[0])) return true;
  // "Russia-US"; "Jean-Luc" and "Ocasio-Cortez" go on small.
  return tail.size() > 1 && tail.size() <= 3 && IsAsciiUpper(tail[0]) &&
         IsAsciiUpper(tail[1]);
}

bool LooksLikeThing(std::string_view normal) {
  // "Lance" and "Pence" are people.
  return normal.size() > 7 && EndsWithOneOf(normal, kThingEndings);
}

std::string_view WithoutPossessive(std::string_view text) {
  // The last byte of ’ is 0x99.
  const bool may = !text.empty() && (text.back() == 's' || text.back() == '\'' ||
                                     text.back() == '\x99');
  if (!may) return text;
  for (const std::string_view end : {"'s", "’s"}) {
    if (EndsWith(text, end)) text.remove_suffix(end.size());
  }
  for (const std::string_view end : {"'", "’"}) {
    if (EndsWith(text, end)) text.remove_suffix(end.size());
  }
  return text;
}

std::string SurfaceOf(const SentenceReading& s, std::size_t first,
                      std::size_t last) {
  return std::string(WithoutPossessive(Slice(s.text, s.SpanOf(first, last))));
}

}  // namespace rashomon
