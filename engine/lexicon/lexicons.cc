#include "engine/lexicon/lexicons.h"

#include <algorithm>
#include <utility>

#include "engine/base/stable_hash.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/lexicon/shipped_data.h"

namespace rashomon {
namespace {

constexpr std::array<std::string_view, kListCount> kListNames = {
    "acts",         "bounds",    "causes", "cues",  "currencies",
    "first_names",  "function_words", "hedges", "implicatives", "labels",
    "loaded",       "negations",    "numbers",   "organisations", "places", "roles",
    "times",        "units",
};

}  // namespace

std::string_view Name(ListId id) {
  return kListNames[static_cast<std::size_t>(id)];
}

Lexicons::Lexicons()
    : names_(kListNames.begin(), kListNames.end()), lists_(kListCount) {}

absl::StatusOr<Lexicons> Lexicons::Shipped() {
  Lexicons lexicons;
  for (const ShippedTable& table : ShippedTables()) {
    RASHOMON_RETURN_IF_ERROR(lexicons.AddTsv(
        table.name, table.tsv, StrCat("shipped ", table.name, ".tsv")));
  }
  return lexicons;
}

absl::Status Lexicons::AddTsv(std::string_view list, std::string_view tsv,
                              std::string_view source) {
  std::size_t index = 0;
  while (index < names_.size() && names_[index] != list) ++index;
  if (index == names_.size()) {
    names_.emplace_back(list);
    lists_.emplace_back();
  }
  PhraseList& phrases = lists_[index];
  const std::size_t old_size = phrases.entries().size();
  RASHOMON_RETURN_IF_ERROR(phrases.AddTsv(tsv, source));
  if (index >= kListCount) return absl::OkStatus();
  for (std::size_t i = old_size; i < phrases.entries().size(); ++i) {
    merged_.Add(phrases.keys(i), static_cast<std::uint32_t>(index),
                static_cast<std::uint32_t>(i));
  }
  return absl::OkStatus();
}

const PhraseList& Lexicons::list(std::string_view name) const {
  static const PhraseList* const kEmpty = new PhraseList();
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i] == name) return lists_[i];
  }
  return *kEmpty;
}

const PhraseMatch* LexiconMatches::Find(ListId id, std::size_t word) const {
  const PhraseMatches all = of(id);
  // Of few matches the one is found sooner from the front.
  constexpr std::size_t kFew = 8;
  if (all.size() <= kFew) {
    const PhraseMatch* found = nullptr;
    for (const PhraseMatch& m : all) {
      if (m.first > word) break;
      found = &m;
    }
    return found;
  }
  const auto after = std::upper_bound(
      all.begin(), all.end(), word,
      [](std::size_t at, const PhraseMatch& m) { return at < m.first; });
  return after == all.begin() ? nullptr : &*(after - 1);
}

void Lexicons::Sort(const std::vector<TrieHit>& hits, std::size_t words,
                    LexiconMatches* matches) const {
  static_assert(kListCount <= 32);
  matches->lists_at_.assign(words, 0);
  auto& begin = matches->begin_;
  begin.fill(0);
  for (const TrieHit& hit : hits) ++begin[hit.list + 1];
  for (std::size_t i = 0; i < kListCount; ++i) begin[i + 1] += begin[i];
  matches->all_.resize(hits.size());
  std::array<std::uint32_t, kListCount> next;
  std::copy_n(begin.begin(), kListCount, next.begin());
  for (const TrieHit& hit : hits) {
    matches->all_[next[hit.list]++] = {
        hit.first, hit.last, &lists_[hit.list].entries()[hit.entry]};
    for (std::size_t i = hit.first; i < hit.last; ++i) {
      matches->lists_at_[i] |= std::uint32_t{1} << hit.list;
    }
  }
}

LexiconMatches Lexicons::MatchAll(const std::vector<Word>& words) const {
  LexiconMatches matches;
  Sort(merged_.Match(words, kListCount), words.size(), &matches);
  return matches;
}

void Lexicons::MatchAll(const std::vector<Word>& words, WordMemory* memory,
                        LexiconMatches* matches,
                        std::vector<const WordFacts*>* facts) const {
  PhraseTrie::Scratch& scratch = memory->trie_scratch();
  memory->Recall(words, merged_, facts);
  merged_.Match(words, kListCount, &scratch);
  Sort(scratch.hits, words.size(), matches);
}

std::string Lexicons::version() const {
  StableHash hash;
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    hash.Add(names_[i]);
    for (const LexiconEntry& entry : lists_[i].entries()) {
      hash.Add(entry.phrase).Add(entry.category).Add(entry.language);
      hash.Add(absl::StrCat(entry.strength)).Add(entry.note);
    }
  }
  return hash.Hex();
}

}  // namespace rashomon
