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

// The least share of function words among the words of a longer text. English
// news has 0.35 to 0.5 of those listed, headlines 0.1 to 0.3, lists of names
// none.
constexpr double kMinFunctionShare = 0.04;

using LanguageSet = std::uint32_t;  // one bit for each row of the table
constexpr std::size_t kMaxLanguages = 32;

struct FunctionWords {
  std::vector<std::string> languages;
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
  // ы э: Russian (and Belarusian) alone among Cyrillic languages of the table;
  // the rest are letters that Russian does not have.
  std::size_t russian_letters = 0;
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
  if (script != Script::kCyrillic) return;
  constexpr UChar32 kA = 0x430, kYa = 0x44F, kYo = 0x451;
  constexpr UChar32 kYeru = 0x44B, kE = 0x44D;
  if (lower == kYeru || lower == kE) ++census.russian_letters;
  const bool russian = (lower >= kA && lower <= kYa) || lower == kYo;
  if (!russian) ++census.foreign_cyrillic;
}

// A word that n languages share speaks for each of them by 1/n.
void CountWord(std::string_view word, Census& census) {
  ++census.words;
  const FunctionWords& table = Table();
  const auto it = table.words.find(word);
  if (it == table.words.end()) return;
  const double vote = 1.0 / __builtin_popcount(it->second);
  for (std::size_t i = 0; i < table.languages.size(); ++i) {
    if (it->second >> i & 1) census.hits[i] += vote;
  }
}

Census TakeCensus(std::string_view text) {
  Census census;
  std::string word;
  const auto size =
      static_cast<int32_t>(std::min(text.size(), kBytesLookedAt));
  for (int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c >= 0 && u_isalpha(c)) {
      const UChar32 lower = u_tolower(c);
      CountLetter(lower, census);
      char buffer[U8_MAX_LENGTH];
      std::size_t n = 0;
      U8_APPEND_UNSAFE(buffer, n, lower);
      // The longest word of the table has 12 bytes or so.
      if (word.size() < 64) word.append(buffer, n);
    } else if (!word.empty()) {
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

Winner MostHits(const Census& census) {
  Winner best;
  const FunctionWords& table = Table();
  for (std::size_t i = 0; i < table.languages.size(); ++i) {
    if (census.hits[i] > best.hits) best = {table.languages[i], census.hits[i]};
  }
  return best;
}

std::string LatinLanguage(const Census& census, const Winner& best) {
  const double share = best.hits / static_cast<double>(census.words);
  if (share < kMinFunctionShare) {
    return census.letters < 10 * kFewLetters ? "und" : "other";
  }
  return best.language == "en" ? "en" : "other";
}

std::string CyrillicLanguage(const Census& census, const Winner& best) {
  // One letter in a hundred: a Russian text may quote a Ukrainian name.
  if (census.foreign_cyrillic * 100 > census.Of(Script::kCyrillic)) {
    return "other";
  }
  if (best.hits > 0 && best.language != "ru") {
    // Bulgarian has neither letter; Russian has one in forty.
    return census.russian_letters > 0 ? "ru" : "other";
  }
  if (best.hits > 0 || census.russian_letters > 0) return "ru";
  return census.letters < kFewLetters ? "und" : "other";
}

}  // namespace

LanguageGuess DetectLanguage(std::string_view utf8) {
  const Census census = TakeCensus(utf8);
  if (census.letters == 0) return {"und", 0};
  const Winner best = MostHits(census);
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
  guess.language = is_cyrillic ? CyrillicLanguage(census, best)
                               : LatinLanguage(census, best);
  guess.share =
      guess.language == "und" ? 0 : (is_cyrillic ? cyrillic : latin);
  return guess;
}

}  // namespace rashomon
