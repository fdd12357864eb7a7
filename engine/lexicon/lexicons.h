// The word lists: hedges, reporting cues, loaded words, places and the like.
// Each list is a TSV file in engine/lexicon/data with its linguistic source in
// the head comment; all are compiled in, and users add their own.
//
//   RASHOMON_ASSIGN_OR_RETURN(Lexicons lexicons, Lexicons::Shipped());
//   const PhraseList& hedges = lexicons.list("hedges");
//   for (const PhraseMatch& m : hedges.Match(words)) ...
//
//   LexiconMatches all = lexicons.MatchAll(words);        // every list at once
//   for (const PhraseMatch& m : all.of(ListId::kHedges)) ...
#ifndef RASHOMON_ENGINE_LEXICON_LEXICONS_H_
#define RASHOMON_ENGINE_LEXICON_LEXICONS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/lexicon/phrase_list.h"
#include "engine/lexicon/phrase_trie.h"
#include "engine/lexicon/word_memory.h"
#include "engine/text/word.h"

namespace rashomon {

// The shipped lists; a user's rows extend them by name.
enum class ListId {
  kActs, kBounds, kCauses, kCues, kCurrencies, kFirstNames, kFunctionWords,
  kHedges, kImplicatives, kLabels, kLoaded, kNegations, kNumbers, kOrganisations,
  kPlaces, kRoles, kTimes, kUnits,
};
inline constexpr std::size_t kListCount = 18;

// The name of the list and of its file: "hedges" for data/hedges.tsv.
std::string_view Name(ListId id);

// In order of words, not overlapping.
using PhraseMatches = std::span<const PhraseMatch>;

// Some of the lists.
class ListSet {
 public:
  constexpr ListSet(std::initializer_list<ListId> ids) {
    for (const ListId id : ids) {
      bits_ |= std::uint32_t{1} << static_cast<unsigned>(id);
    }
  }
  constexpr std::uint32_t bits() const { return bits_; }

 private:
  std::uint32_t bits_ = 0;  // bit i: list i
};

// The matches of every shipped list in one sentence.
class LexiconMatches {
 public:
  // Holds as long as this.
  PhraseMatches of(ListId id) const {
    const auto list = static_cast<std::size_t>(id);
    return PhraseMatches(all_).subspan(begin_[list],
                                       begin_[list + 1] - begin_[list]);
  }

  // Whether a phrase of the list, or of one of the lists, has this word. O(1);
  // false beyond the end.
  bool Has(ListId id, std::size_t word) const {
    return HasAny(ListSet({id}), word);
  }
  bool HasAny(ListSet lists, std::size_t word) const {
    return word < lists_at_.size() && (lists_at_[word] & lists.bits()) != 0;
  }
  // The phrase of the list that has this word, starts with it, or ends before
  // it. Null where there is none; O(log matches) where there is.
  const PhraseMatch* At(ListId id, std::size_t word) const {
    return Has(id, word) ? Find(id, word) : nullptr;
  }
  const PhraseMatch* Starting(ListId id, std::size_t word) const {
    const PhraseMatch* m = At(id, word);
    return m != nullptr && m->first == word ? m : nullptr;
  }
  const PhraseMatch* Ending(ListId id, std::size_t end) const {
    const PhraseMatch* m = end > 0 ? At(id, end - 1) : nullptr;
    return m != nullptr && m->last == end ? m : nullptr;
  }

 private:
  friend class Lexicons;

  const PhraseMatch* Find(ListId id, std::size_t word) const;

  std::vector<std::uint32_t> lists_at_;  // of each word: a bit for each list
  std::vector<PhraseMatch> all_;                       // list by list
  std::array<std::uint32_t, kListCount + 1> begin_{};  // of each list in all_
};

// All lists by name. Immutable after loading; then thread-safe.
class Lexicons {
 public:
  static absl::StatusOr<Lexicons> Shipped();

  // Adds a user's rows to the list of that name, or makes a new list. A row
  // for a phrase that is there already replaces it. InvalidArgument names
  // `source` and the line.
  absl::Status AddTsv(std::string_view list, std::string_view tsv,
                      std::string_view source);

  // The list of that name; an empty one where there is none.
  const PhraseList& list(std::string_view name) const;
  const PhraseList& list(ListId id) const {
    return lists_[static_cast<std::size_t>(id)];
  }

  // Matches of all shipped lists in one pass: O(words + matches).
  LexiconMatches MatchAll(const std::vector<Word>& words) const;

  // The same into what `matches` holds already, looking each word up once, and
  // what else is known of each word. `memory` belongs to these lists and to the
  // splitter that gave the words.
  void MatchAll(const std::vector<Word>& words, WordMemory* memory,
                LexiconMatches* matches,
                std::vector<const WordFacts*>* facts) const;

  // Hash of all entries, for Comparison::versions.
  std::string version() const;

 private:
  Lexicons();

  void Sort(const std::vector<TrieHit>& hits, std::size_t words,
            LexiconMatches* matches) const;

  std::vector<std::string> names_;  // parallel to lists_
  std::vector<PhraseList> lists_;   // shipped ones first, in order of ListId
  PhraseTrie merged_;               // the shipped lists in one
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_LEXICONS_H_
