#include "engine/align/word_ties.h"

#include <cstddef>
#include <utility>

#include "engine/base/grouped_lists.h"

namespace rashomon {
namespace {

// The ties of one word, made from lists that are sorted by the other word.
class TieList {
 public:
  explicit TieList(std::vector<WordTie>* ties)
      : ties_(*ties), begin_(ties->size()) {}

  // Calls set(tie, item) for the tie to word(item) of each item.
  template <typename Items, typename WordOf, typename Set>
  void Merge(const Items& items, const WordOf& word, const Set& set) {
    std::size_t at = begin_;
    for (const auto& item : items) {
      const int other = word(item);
      while (at < ties_.size() && ties_[at].other < other) ++at;
      if (at == ties_.size() || ties_[at].other != other) {
        WordTie tie;
        tie.other = other;
        ties_.insert(ties_.begin() + static_cast<std::ptrdiff_t>(at), tie);
      }
      set(&ties_[at], item);
    }
  }

 private:
  std::vector<WordTie>& ties_;
  std::size_t begin_;
};

// In whose lists each word stands: neighbours of an index, by index.
GroupedLists<WordNeighbor> Reversed(int words,
                                    const WordNeighbors& neighbors) {
  std::vector<std::pair<int, WordNeighbor>> reversed;
  for (int word = 0; word < words; ++word) {
    for (const WordNeighbor& n : neighbors.of(word)) {
      reversed.push_back({n.word, {word, n.similarity}});
    }
  }
  return GroupedLists<WordNeighbor>::Of(static_cast<std::size_t>(words),
                                        reversed);
}

}  // namespace

WordTies::WordTies(int words, const SpellingNeighbors& spelling,
                   const WordNeighbors& neighbors) {
  const GroupedLists<WordNeighbor> reversed = Reversed(words, neighbors);
  const auto neighbor = [](const WordNeighbor& n) { return n.word; };
  begin_.reserve(static_cast<std::size_t>(words) + 1);
  for (int word = 0; word < words; ++word) {
    begin_.push_back(ties_.size());
    TieList list(&ties_);
    list.Merge(neighbors.of(word), neighbor,
               [](WordTie* t, const WordNeighbor& n) {
                 t->forth = n.similarity;
               });
    list.Merge(reversed[word], neighbor,
               [](WordTie* t, const WordNeighbor& n) {
                 t->back = n.similarity;
               });
    list.Merge(spelling.of(word), [](const SpellingNeighbor& n) { return n.stem; },
               [](WordTie* t, const SpellingNeighbor& n) {
                 t->spelling = n.similarity;
               });
    list.Merge(neighbors.opposites(word), [](int other) { return other; },
               [](WordTie* t, int) { t->opposite = true; });
  }
  begin_.push_back(ties_.size());
}

}  // namespace rashomon
