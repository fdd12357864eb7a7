#include "engine/text/abbreviation.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/strings.h"
#include "engine/text/abbreviations_tsv.h"
#include "engine/text/normalize.h"
#include "engine/text/sentence_words_tsv.h"
#include "engine/text/tsv.h"

namespace rashomon {
namespace {

StopClass ClassNamed(std::string_view name) {
  if (name == "never") return StopClass::kNever;
  if (name == "number") return StopClass::kNumber;
  if (name == "starter") return StopClass::kStarter;
  if (name == "capital") return StopClass::kCapital;
  if (name == "clock") return StopClass::kClock;
  if (name == "era") return StopClass::kEra;
  return StopClass::kOrdinary;
}

bool IsAscii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

// Which words can be abbreviations, by size and last byte: most words before a
// stop are told apart without a look-up. The normal form of ASCII has the same
// size, and differs in the case of letters alone.
class AbbreviationFilter {
 public:
  void Add(std::string_view normal) {
    longest_ = std::max(longest_, normal.size());
    if (!normal.empty()) sizes_[KeyOf(normal)] |= SizeBit(normal);
  }

  // True for every abbreviation in any case, false for most other words.
  bool Passes(std::string_view word) const {
    if (word.empty() || word.size() > longest_) return false;
    return (sizes_[KeyOf(word)] & SizeBit(word)) != 0 || !IsAscii(word);
  }

 private:
  // Without the bit that tells small letters from capitals.
  static std::size_t KeyOf(std::string_view word) {
    return static_cast<unsigned char>(word.back()) & ~0x20u;
  }
  static std::uint32_t SizeBit(std::string_view word) {
    return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
  }

  std::size_t longest_ = 0;
  std::array<std::uint32_t, 256> sizes_ = {};  // by key: a bit for each size
};

struct SentenceTables {
  StringMap<StopClass> abbreviations;
  AbbreviationFilter filter;
  StringSet starters;
  StringSet reporting;
  StringSet clock;
};

const SentenceTables& Tables() {
  static const SentenceTables* tables = [] {
    auto* t = new SentenceTables;
    for (const auto& row : TsvRows(AbbreviationsTsv())) {
      t->abbreviations[std::string(row[0])] = ClassNamed(row[1]);
      t->filter.Add(row[0]);
    }
    for (const auto& row : TsvRows(SentenceWordsTsv())) {
      StringSet& set = row[0] == "starter"     ? t->starters
                       : row[0] == "reporting" ? t->reporting
                                               : t->clock;
      for (std::string_view word : SplitOn(row[1], ' ')) {
        set.insert(std::string(word));
      }
    }
    return t;
  }();
  return *tables;
}

}  // namespace

StopClass AbbreviationClass(std::string_view word) {
  const SentenceTables& tables = Tables();
  if (!tables.filter.Passes(word)) return StopClass::kOrdinary;
  auto it = tables.abbreviations.find(word);
  const bool lower = std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '.';
  });
  if (it == tables.abbreviations.end() && !lower) {
    it = tables.abbreviations.find(NormalForm(word));
  }
  return it == tables.abbreviations.end() ? StopClass::kOrdinary : it->second;
}

bool IsSentenceStarter(std::string_view word) {
  return Tables().starters.contains(word);
}

bool IsReportingVerb(std::string_view word) {
  return Tables().reporting.contains(word);
}

bool FollowsClock(std::string_view word) {
  return Tables().clock.contains(word);
}

}  // namespace rashomon
