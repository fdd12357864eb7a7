#include "engine/lexicon/related_words.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace rashomon {
namespace {

// Which of several relations of two words counts: as in
// WordRelationTable::Between.
int Strength(WordRelation relation) {
  switch (relation) {
    case WordRelation::kOpposite: return 4;
    case WordRelation::kSynonym: return 3;
    case WordRelation::kDerived: return 2;
    case WordRelation::kNarrower: return 1;
    case WordRelation::kNone: break;
  }
  return 0;
}

// Who has each meaning.
class MeaningOwners {
 public:
  explicit MeaningOwners(const std::vector<WordMeanings>& words)
      : owned_(kBits / 64, 0) {
    std::size_t meanings = 0;
    for (const WordMeanings& word : words) meanings += word.own.size();
    slots_.resize(std::bit_ceil(2 * meanings + 2));
    owners_.reserve(meanings);
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (const std::uint32_t synset : words[i].own) {
        Add(static_cast<int>(i), synset);
      }
    }
  }

  // Calls visit(owner) for each owner of one of the synsets, once for each.
  template <typename VisitOwner>
  void Visit(std::span<const std::uint32_t> synsets,
             const VisitOwner& visit) const {
    for (const std::uint32_t synset : synsets) {
      if (!MayBeOwned(synset)) continue;
      for (int at = slots_[SlotOf(synset)].first; at != kNone;
           at = owners_[static_cast<std::size_t>(at)].next) {
        visit(owners_[static_cast<std::size_t>(at)].word);
      }
    }
  }

 private:
  struct Slot {
    std::uint32_t synset = 0;
    int first = kNone;  // of `owners_`
  };
  struct Owner {
    int word = 0;
    int next = kNone;
  };
  static constexpr int kNone = -1;
  static constexpr std::size_t kBits = std::size_t{1} << 16;

  void Add(int word, std::uint32_t synset) {
    const std::size_t bit = synset % kBits;
    owned_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    Slot& slot = slots_[SlotOf(synset)];
    owners_.push_back({word, slot.first});
    slot.synset = synset;
    slot.first = static_cast<int>(owners_.size()) - 1;
  }

  // Most synsets that words lead to are nobody's.
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

  std::vector<std::uint64_t> owned_;  // kBits of them, by synset
  std::vector<Slot> slots_;           // a power of two
  std::vector<Owner> owners_;
};

using Pairs = std::vector<std::pair<int, Relative>>;

// The strongest way that leads from each word to each other, and the way back.
Pairs RelatedPairs(const std::vector<WordMeanings>& words) {
  const MeaningOwners owners(words);
  Pairs pairs;
  pairs.reserve(8 * words.size());
  std::vector<int> reached_from(words.size(), -1);  // the last that leads there
  for (int i = 0; i < static_cast<int>(words.size()); ++i) {
    const auto lead = [&](std::span<const std::uint32_t> synsets,
                          WordRelation relation) {
      owners.Visit(synsets, [&](int other) {
        int& last = reached_from[static_cast<std::size_t>(other)];
        if (std::exchange(last, i) == i) return;
        pairs.push_back({i, {other, relation}});
        // Synonyms lead back by themselves.
        if (relation == WordRelation::kSynonym) return;
        pairs.push_back({other, {i, relation}});
      });
    };
    const WordMeanings& m = words[static_cast<std::size_t>(i)];
    lead(m.opposite, WordRelation::kOpposite);  // the strongest first
    lead(m.own, WordRelation::kSynonym);
    lead(m.derived, WordRelation::kDerived);
    lead(m.wider, WordRelation::kNarrower);
  }
  return pairs;
}

// The strongest relation to each other word: `relatives` in any order.
void AddStrongest(std::vector<Relative>* relatives,
                  GroupedLists<Relative>* lists) {
  std::sort(relatives->begin(), relatives->end(),
            [](const Relative& a, const Relative& b) {
              return a.other != b.other
                         ? a.other < b.other
                         : Strength(a.relation) > Strength(b.relation);
            });
  int last = -1;
  for (const Relative& r : *relatives) {
    if (std::exchange(last, r.other) != r.other) lists->Add(r);
  }
  lists->EndGroup();
}

// The lists lie far apart, those of a word one behind the other: they are sent
// for before the first is read.
void Fetch(const WordMeanings& m) {
  constexpr std::ptrdiff_t kLine = 16;  // numbers of a line of the cache
  const std::uint32_t* end = m.opposite.data() + m.opposite.size();
  for (const std::uint32_t* at = m.own.data(); at < end; at += kLine) {
    __builtin_prefetch(at);
  }
}

}  // namespace

RelatedWords::RelatedWords(const std::vector<RelatedWord>& words) {
  const WordRelationTable& table = WordRelationTable::Shipped();
  std::vector<WordMeanings> meanings;
  meanings.reserve(words.size());
  for (const RelatedWord word : words) __builtin_prefetch(word);
  for (const RelatedWord word : words) {
    meanings.push_back(word != nullptr ? table.MeaningsOf(word)
                                       : WordMeanings());
    if (word != nullptr) Fetch(meanings.back());
  }
  const auto all =
      GroupedLists<Relative>::Of(words.size(), RelatedPairs(meanings));
  std::vector<Relative> relatives;
  for (int i = 0; i < static_cast<int>(words.size()); ++i) {
    relatives.assign(all[i].begin(), all[i].end());
    AddStrongest(&relatives, &lists_);
  }
}

WordRelation RelatedWords::Between(int word, int other) const {
  const std::span<const Relative> list = of(word);
  const auto at = std::partition_point(
      list.begin(), list.end(),
      [other](const Relative& r) { return r.other < other; });
  return at != list.end() && at->other == other ? at->relation
                                                : WordRelation::kNone;
}

}  // namespace rashomon
