#include "engine/text/language.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "engine/base/strings.h"
#include "engine/text/function_words_tsv.h"
#include "engine/text/tsv.h"

namespace rashomon {
namespace {

constexpr std::size_t kBytesLookedAt = 20'000;

// Below this many letters there is too little to tell, unless a word or letter
// speaks for one language: "No zeroing" stays undecided, "Она ушла" does not.
constexpr std::size_t kFewLetters = 60;

// The least share of function words among the words of a text. English news has
// 0.35 to 0.5 of those listed, headlines 0.02 to 0.3, lists of names none. On
// 1,002 single sentences of news (WMT 2021) 0.02 leaves few undecided.
constexpr double kMinFunctionShare = 0.02;

// A text without any accented letter is English unless another language has so
// many times more function words, and that many more: "war", "die" and "come"
// are function words elsewhere.
constexpr double kPlainFactor = 2.0;
constexpr double kPlainMargin = 1.5;

// The longest word of the table has 12 bytes or so: the rest of a longer one
// does not count.
constexpr std::size_t kLongestWord = 64;

using LanguageSet = std::uint32_t;  // one bit for each row of the table
constexpr std::size_t kMaxLanguages = 32;

struct FunctionWords {
  std::vector<std::string> languages;
  std::size_t longest = 0;  // bytes of a word
  StringMap<LanguageSet> words;
};

const FunctionWords& Table() {
  static const FunctionWords* table = [] {
    auto* t = new FunctionWords;
    for (const std::vector<std::string_view>& row :
         TsvRows(FunctionWordsTsv())) {
      const LanguageSet bit = LanguageSet{1} << t->languages.size();
      t->languages.emplace_back(row[0]);
      for (std::string_view word : SplitOn(row[1], ' ')) {
        t->words[std::string(word)] |= bit;
        t->longest = std::max(t->longest, word.size());
      }
    }
    return t;
  }();
  return *table;
}

enum class Script : std::uint8_t { kLatin, kCyrillic, kOther };

struct Census {
  std::size_t letters = 0;
  std::array<std::size_t, 3> of_script = {};  // by Script
  // ы э, and ь but before о: Russian (and Belarusian) alone among the Cyrillic
  // languages of the table that have no letter of their own.
  std::size_t russian_letters = 0;
  bool soft_sign_before = false;
  std::size_t accented = 0;  // Latin letters beyond ASCII
  std::size_t foreign_cyrillic = 0;
  std::size_t words = 0;
  std::array<double, kMaxLanguages> hits = {};

  std::size_t Of(Script s) const {
    return of_script[static_cast<std::size_t>(s)];
  }
};

Script ScriptOf(UChar32 c) {
  if (c < 0x250) return Script::kLatin;
  if (c >= 0x400 && c < 0x530) return Script::kCyrillic;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  if (script == USCRIPT_LATIN) return Script::kLatin;
  return script == USCRIPT_CYRILLIC ? Script::kCyrillic : Script::kOther;
}

void CountLetter(UChar32 lower, Census& census) {
  const Script script = ScriptOf(lower);
  ++census.letters;
  ++census.of_script[static_cast<std::size_t>(script)];
  if (script == Script::kLatin && lower >= 0x80) ++census.accented;
  if (script != Script::kCyrillic) return;
  constexpr UChar32 kA = 0x430, kYa = 0x44F, kYo = 0x451;
  constexpr UChar32 kYeru = 0x44B, kE = 0x44D, kSoft = 0x44C, kO = 0x43E;
  if (lower == kYeru || lower == kE) ++census.russian_letters;
  if (census.soft_sign_before && lower != kO) ++census.russian_letters;
  census.soft_sign_before = lower == kSoft;
  const bool russian = (lower >= kA && lower <= kYa) || lower == kYo;
  if (!russian) ++census.foreign_cyrillic;
}

// A word that n languages share speaks for each of them by 1/n.
void CountWord(std::string_view word, Census& census) {
  ++census.words;
  const FunctionWords& table = Table();
  if (word.size() > table.longest) return;
  const auto it = table.words.find(word);
  if (it == table.words.end()) return;
  const double vote = 1.0 / __builtin_popcount(it->second);
  for (std::size_t i = 0; i < table.languages.size(); ++i) {
    if (it->second >> i & 1) census.hits[i] += vote;
  }
}

// An apostrophe before an s or t: the possessive and "n't" of English.
bool IsInnerApostrophe(std::string_view text, UChar32 c, int32_t next) {
  if (c != '\'' && c != 0x2019) return false;
  const auto i = static_cast<std::size_t>(next);
  return i < text.size() && (text[i] == 's' || text[i] == 't');
}

bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// As any other letter is counted, but most are these.
void CountAsciiLetter(char c, std::string* word, Census& census) {
  ++census.letters;
  ++census.of_script[static_cast<std::size_t>(Script::kLatin)];
  if (word->size() < kLongestWord) {
    word->push_back(static_cast<char>(c | 0x20));
  }
}

Census TakeCensus(std::string_view text) {
  Census census;
  std::string word;
  const auto size =
      static_cast<int32_t>(std::min(text.size(), kBytesLookedAt));
  for (int32_t i = 0; i < size;) {
    if (IsAsciiLetter(text[static_cast<std::size_t>(i)])) {
      CountAsciiLetter(text[static_cast<std::size_t>(i++)], &word, census);
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c >= 0 && u_isalpha(c)) {
      const UChar32 lower = u_tolower(c);
      CountLetter(lower, census);
      char buffer[U8_MAX_LENGTH];
      std::size_t n = 0;
      U8_APPEND_UNSAFE(buffer, n, lower);
      if (word.size() < kLongestWord) word.append(buffer, n);
    } else if (!word.empty() && IsInnerApostrophe(text, c, i)) {
      word.push_back('\'');  // "doesn't", "Hale's": no words of the table
    } else if (!word.empty()) {
      if (census.soft_sign_before) ++census.russian_letters;
      census.soft_sign_before = false;
      CountWord(word, census);
      word.clear();
    }
  }
  if (!word.empty()) CountWord(word, census);
  return census;
}

struct Winner {
  std::string_view language;
  double hits = 0;
};

bool IsCyrillicLanguage(std::string_view language) {
  return language == "ru" || language == "uk" || language == "be" ||
         language == "bg" || language == "sr" || language == "mk" ||
         language == "kk";
}

Winner MostHits(const Census& census, bool cyrillic) {
  Winner best;
  const FunctionWords& table = Table();
  for (std::size_t i = 0; i < table.languages.size(); ++i) {
    if (IsCyrillicLanguage(table.languages[i]) != cyrillic) continue;
    if (census.hits[i] > best.hits) best = {table.languages[i], census.hits[i]};
  }
  return best;
}

double EnglishHits(const Census& census) {
  const auto& languages = Table().languages;
  const auto at = std::find(languages.begin(), languages.end(), "en");
  return census.hits[static_cast<std::size_t>(at - languages.begin())];
}

std::string LatinLanguage(const Census& census) {
  const Winner best = MostHits(census, /*cyrillic=*/false);
  const double share = best.hits / static_cast<double>(census.words);
  if (share < kMinFunctionShare) {
    return census.letters < 10 * kFewLetters ? "und" : "other";
  }
  if (best.language == "en") return "en";
  const double english = EnglishHits(census);
  if (census.accented > 0) return "other";
  if (best.hits >= kPlainFactor * english + kPlainMargin) return "other";
  return english > 0 ? "en" : "und";
}

std::string CyrillicLanguage(const Census& census) {
  const Winner best = MostHits(census, /*cyrillic=*/true);
  // One letter in a hundred: a Russian text may quote a Ukrainian name.
  if (census.foreign_cyrillic * 100 > census.Of(Script::kCyrillic)) {
    return "other";
  }
  if (best.hits > 0 && best.language != "ru") {
    // Bulgarian has none of these letters; Russian has one in twenty.
    return census.russian_letters > 0 ? "ru" : "other";
  }
  if (best.hits > 0 || census.russian_letters > 0) return "ru";
  return census.letters < kFewLetters ? "und" : "other";
}

}  // namespace

LanguageGuess DetectLanguage(std::string_view utf8) {
  const Census census = TakeCensus(utf8);
  if (census.letters == 0) return {"und", 0};
  const auto share = [&census](Script script) {
    return static_cast<double>(census.Of(script)) /
           static_cast<double>(census.letters);
  };
  const double latin = share(Script::kLatin);
  const double cyrillic = share(Script::kCyrillic);
  const double other = share(Script::kOther);
  if (other > latin && other > cyrillic) return {"other", other};
  LanguageGuess guess;
  const bool is_cyrillic = cyrillic > latin;
  guess.language = is_cyrillic ? CyrillicLanguage(census)
                               : LatinLanguage(census);
  guess.share =
      guess.language == "und" ? 0 : (is_cyrillic ? cyrillic : latin);
  return guess;
}

}  // namespace rashomon
