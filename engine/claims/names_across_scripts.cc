#include "engine/claims/names_across_scripts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "engine/claims/transliteration.h"
#include "engine/text/number_key.h"
#include "engine/text/script.h"

namespace rashomon {
namespace {

using Sentences = std::span<const std::vector<Word>>;

// Fewer are the same in too many names.
constexpr std::size_t kLeastConsonants = 3;
constexpr std::size_t kLeastLetters = 3;
// More names with the same consonants are no names; it keeps hostile text
// linear.
constexpr std::size_t kMostOfConsonants = 16;

struct Spelling {
  std::string_view letters;
  std::string_view sound;
  std::size_t taken;  // of the letters; those after it only tell
};

// Longest first. What English and transliterated Russian write for one sound.
constexpr std::array<Spelling, 17> kSpellings = {{{"shch", "s", 4},
                                                  {"dzh", "j", 3},
                                                  {"sch", "s", 3},
                                                  {"sh", "s", 2},
                                                  {"zh", "s", 2},
                                                  {"kh", "h", 2},
                                                  {"ph", "f", 2},
                                                  {"th", "t", 2},
                                                  {"ch", "c", 2},
                                                  {"ck", "k", 2},
                                                  {"ce", "s", 1},
                                                  {"ci", "s", 1},
                                                  {"cy", "s", 1},
                                                  {"x", "ks", 1},
                                                  {"w", "v", 1},
                                                  {"q", "k", 1},
                                                  {"c", "k", 1}}};

bool IsVowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

Spelling SpellingAt(std::string_view text) {
  for (const Spelling& spelling : kSpellings) {
    if (text.starts_with(spelling.letters)) return spelling;
  }
  return {text.substr(0, 1), text.substr(0, 1), 1};
}

struct LatinName {
  std::string key;
  std::string stem;

  auto operator<=>(const LatinName&) const = default;
};

int CommonStart(std::string_view a, std::string_view b) {
  return static_cast<int>(
      std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

// The Latin names of both texts, by what Cyrillic ones are looked up by.
class LatinNames {
 public:
  void Add(const Word& word) {
    const LatinName name{SurnameKey(word.normal), std::string(word.stem)};
    if (name.key.size() < kLeastLetters) return;
    std::string consonants = Consonants(name.key);
    if (consonants.size() >= kLeastConsonants) {
      std::set<LatinName>& alike = by_consonants_[std::move(consonants)];
      alike.insert(name);
      if (alike.size() > kMostOfConsonants) alike.erase(std::prev(alike.end()));
    }
    by_key_[name.key].insert(name.stem);
  }

  // The stem of the name that the Cyrillic word spells; "" where none does.
  std::string StemOf(const Word& word) const {
    const std::array<std::string, 2> keys = {SurnameKey(word.normal),
                                             Transliterate(word.stem)};
    for (const std::string& key : keys) {
      const auto at = by_key_.find(key);
      if (at != by_key_.end()) return *at->second.begin();
    }
    for (const std::string& key : keys) {
      const auto at = by_consonants_.find(Consonants(key));
      if (at != by_consonants_.end()) return Nearest(at->second, key).stem;
    }
    return "";
  }

 private:
  // Of names with the same consonants that with the longest common start; of
  // several the first.
  static const LatinName& Nearest(const std::set<LatinName>& names,
                                  std::string_view key) {
    return *std::max_element(names.begin(), names.end(),
                             [key](const LatinName& a, const LatinName& b) {
                               return CommonStart(a.key, key) <
                                      CommonStart(b.key, key);
                             });
  }

  std::map<std::string, std::set<std::string>> by_key_;
  std::map<std::string, std::set<LatinName>> by_consonants_;
};

template <typename Visit>
void ForWords(Sentences sentences, const Visit& visit) {
  for (const std::vector<Word>& sentence : sentences) {
    for (const Word& word : sentence) {
      if (word.kind == WordKind::kWord) visit(word);
    }
  }
}

// Above 0: more Latin words than Cyrillic ones; below: fewer.
int LatinSurplus(Sentences sentences) {
  int surplus = 0;
  ForWords(sentences, [&surplus](const Word& word) {
    surplus += IsLatin(word.normal) ? 1 : 0;
    surplus -= IsCyrillic(word.normal) ? 1 : 0;
  });
  return surplus;
}

bool DifferInScript(Sentences left, Sentences right) {
  const int l = LatinSurplus(left);
  const int r = LatinSurplus(right);
  return (l > 0 && r < 0) || (l < 0 && r > 0);
}

}  // namespace

std::string Consonants(std::string_view latin) {
  std::string consonants;
  for (std::size_t i = 0; i < latin.size();) {
    const Spelling spelling = SpellingAt(latin.substr(i));
    const bool starts = i == 0;
    i += spelling.taken;
    for (const char c : spelling.sound) {
      if (IsVowel(c)) {
        if (starts) consonants += 'a';
      } else if (c != 'h' || starts) {
        if (consonants.empty() || consonants.back() != c) consonants += c;
      }
    }
  }
  return consonants;
}

NamesAcrossScripts::NamesAcrossScripts(Sentences left, Sentences right)
    : mixed_(DifferInScript(left, right)) {
  if (!mixed_) return;
  LatinNames names;
  for (const Sentences side : {left, right}) {
    ForWords(side, [&names](const Word& word) {
      if (word.capitalized && IsLatin(word.normal)) names.Add(word);
    });
  }
  for (const Sentences side : {left, right}) {
    ForWords(side, [&](const Word& word) {
      if (!word.capitalized || !IsCyrillic(word.normal)) return;
      if (stems_.contains(word.normal)) return;
      if (std::string stem = names.StemOf(word); !stem.empty()) {
        stems_.emplace(word.normal, std::move(stem));
      }
    });
  }
}

std::string NamesAcrossScripts::StemOf(const Word& word) const {
  if (!mixed_) return std::string(word.stem);
  if (word.kind == WordKind::kNumber) return NumberKey(word.normal);
  if (!word.capitalized) return std::string(word.stem);
  const auto at = stems_.find(word.normal);
  return at == stems_.end() ? std::string(word.stem) : at->second;
}

}  // namespace rashomon
