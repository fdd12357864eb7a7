// What ties each word of two texts to those of the other one, in one list a
// word: how much either can stand for the other, how alike they are spelt,
// whether they are opposites.
//
//   WordTies ties(words, spelling, neighbors);
//   for (const WordTie& t : ties.of(3)) ...
#ifndef RASHOMON_ENGINE_ALIGN_WORD_TIES_H_
#define RASHOMON_ENGINE_ALIGN_WORD_TIES_H_

#include <cstddef>
#include <span>
#include <vector>

#include "engine/align/spelling_neighbors.h"
#include "engine/align/word_neighbors.h"

namespace rashomon {

struct WordTie {
  int other = 0;
  float forth = 0;      // of the other among the word's neighbours; 0: is none
  float back = 0;       // of the word among the other's neighbours
  bool opposite = false;
  double spelling = 0;  // similarity; 0: is none
};

// Immutable after the constructor, then thread-safe.
class WordTies {
 public:
  // Both of one vocabulary of `words` words, and of the same sides.
  // O(neighbours).
  WordTies(int words, const SpellingNeighbors& spelling,
           const WordNeighbors& neighbors);

  // By the other word, each once, itself left out. A word is in the list of
  // each that is in its own.
  std::span<const WordTie> of(int word) const {
    const auto at = static_cast<std::size_t>(word);
    return {ties_.data() + begin_[at], begin_[at + 1] - begin_[at]};
  }

 private:
  std::vector<std::size_t> begin_;  // of each word's list, and the end
  std::vector<WordTie> ties_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_WORD_TIES_H_
