#include "engine/text/abbreviation.h"

#include <algorithm>
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

struct SentenceTables {
  StringMap<StopClass> abbreviations;
  std::size_t longest_abbreviation = 0;
  StringSet starters;
  StringSet reporting;
  StringSet clock;
};

const SentenceTables& Tables() {
  static const SentenceTables* tables = [] {
    auto* t = new SentenceTables;
    for (const auto& row : TsvRows(AbbreviationsTsv())) {
      t->abbreviations[std::string(row[0])] = ClassNamed(row[1]);
      t->longest_abbreviation =
          std::max(t->longest_abbreviation, row[0].size());
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
  if (word.size() > tables.longest_abbreviation) return StopClass::kOrdinary;
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
