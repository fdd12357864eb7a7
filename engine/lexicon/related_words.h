// Which of some words WordNet relates, without looking at every two of them.
//
//   RelatedWords related(words);
//   related.Visit([](int word, int other, WordRelation relation) { ... });
#ifndef RASHOMON_ENGINE_LEXICON_RELATED_WORDS_H_
#define RASHOMON_ENGINE_LEXICON_RELATED_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/lexicon/word_relations.h"

namespace rashomon {

// Immutable after construction; thread-safe. Memory: the words' meanings.
class RelatedWords {
 public:
  // Words by index; null ones are related to none.
  explicit RelatedWords(std::vector<RelatedWord> words);

  // Calls visit(word, other, relation) wherever that relation leads from
  // `word`, an index, to a meaning that `other` has; `word` itself is an other.
  // What relates two words leads from either or from both. A meaning that more
  // than `most` words have leads nowhere. O(meanings and calls).
  template <typename VisitPair>
  void Visit(const VisitPair& visit,
             std::size_t most = std::numeric_limits<std::size_t>::max()) const;

 private:
  struct Slot {
    std::uint32_t synset = 0;
    int first = kNone;  // of `owners_`
    std::size_t owners = 0;
  };
  struct Owner {
    int word = 0;
    int next = kNone;
  };
  static constexpr int kNone = -1;

  // Most synsets that words lead to are nobody's.
  static constexpr std::size_t kBits = std::size_t{1} << 16;
  bool MayBeOwned(std::uint32_t synset) const {
    const std::size_t bit = synset % kBits;
    return (owned_[bit / 64] >> (bit % 64) & 1) != 0;
  }

  // The slot of a synset, or the free one where it belongs.
  std::size_t SlotOf(std::uint32_t synset) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (synset * std::size_t{0x9E3779B97F4A7C15}) >> 32 & mask;
    while (slots_[at].first != kNone && slots_[at].synset != synset) {
      at = (at + 1) & mask;
    }
    return at;
  }

  template <typename VisitPair>
  void VisitOwners(int word, std::span<const std::uint32_t> synsets,
                   WordRelation relation, std::size_t most,
                   const VisitPair& visit) const {
    for (const std::uint32_t synset : synsets) {
      if (!MayBeOwned(synset)) continue;
      const Slot& slot = slots_[SlotOf(synset)];
      if (slot.owners > most) continue;
      for (int at = slot.first; at != kNone;
           at = owners_[static_cast<std::size_t>(at)].next) {
        visit(word, owners_[static_cast<std::size_t>(at)].word, relation);
      }
    }
  }

  std::vector<RelatedWord> words_;
  std::vector<std::uint64_t> owned_;  // kBits of them, by synset
  std::vector<Slot> slots_;  // a power of two; who has a meaning, by synset
  std::vector<Owner> owners_;
};

template <typename VisitPair>
void RelatedWords::Visit(const VisitPair& visit, std::size_t most) const {
  const WordRelationTable& table = WordRelationTable::Shipped();
  for (int i = 0; i < static_cast<int>(words_.size()); ++i) {
    const RelatedWord word = words_[static_cast<std::size_t>(i)];
    if (word == nullptr) continue;
    const WordMeanings m = table.MeaningsOf(word);
    VisitOwners(i, m.own, WordRelation::kSynonym, most, visit);
    VisitOwners(i, m.derived, WordRelation::kDerived, most, visit);
    VisitOwners(i, m.wider, WordRelation::kNarrower, most, visit);
    VisitOwners(i, m.opposite, WordRelation::kOpposite, most, visit);
  }
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_LEXICON_RELATED_WORDS_H_
