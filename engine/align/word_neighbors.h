// Which words of two texts can stand for one another: spelt alike, related by
// WordNet, near by their vectors.
//
//   WordNeighbors neighbors(stems, {of_left, of_right}, spelling, vectors);
//   for (const WordNeighbor& n : neighbors.of(3)) ...
//   neighbors.opposites(3);               // "lose" of "win"
#ifndef RASHOMON_ENGINE_ALIGN_WORD_NEIGHBORS_H_
#define RASHOMON_ENGINE_ALIGN_WORD_NEIGHBORS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/align/spelling_neighbors.h"
#include "engine/embed/matrix.h"

namespace rashomon {

struct WordNeighbor {
  int word = 0;           // index into the vocabulary
  float similarity = 0;   // above 0, at most 1
};

// Cosines of vectors count from here on. On stsb_train 0, 0.3 and 0.4 give the
// fitted similarity a cross-validated Pearson of 0.826 alike; 0.4 keeps the
// lists short.
inline constexpr float kLeastVectorSimilarity = 0.4f;
// The nearest by vectors that are kept of each word, in the other text.
inline constexpr int kVectorNeighbors = 24;

// Which words of a vocabulary stand in either text; some stand in both.
struct WordSides {
  const std::vector<bool>& left;
  const std::vector<bool>& right;

  // Whether one may stand for the other.
  bool Meet(int word, int other) const {
    const auto i = static_cast<std::size_t>(word);
    const auto j = static_cast<std::size_t>(other);
    return (left[i] && right[j]) || (right[i] && left[j]);
  }
};

// Immutable after the constructor, then thread-safe.
class WordNeighbors {
 public:
  // `stems`: the vocabulary, each once; where they stand, and how they are
  // spelt. `vectors`: a row for each, of unit length or zeros (numbers, words
  // without a vector); or no rows at all. O(n m d) for the vectors of n and m
  // words, by the exact search of engine/search; the rest is linear.
  WordNeighbors(const std::vector<std::string_view>& stems,
                const WordSides& sides, const SpellingNeighbors& spelling,
                const RowMatrix& vectors);

  // Words of the other text, by word, each once, itself left out. Antonyms are
  // no neighbours.
  const std::vector<WordNeighbor>& of(int word) const {
    return neighbors_[static_cast<std::size_t>(word)];
  }
  const std::vector<int>& opposites(int word) const {
    return opposites_[static_cast<std::size_t>(word)];
  }

 private:
  void AddSpelling(const SpellingNeighbors& spelling);
  void AddRelations(const std::vector<std::string_view>& stems);
  void AddVectors(const RowMatrix& vectors);
  void Add(int word, int other, float similarity);
  void Settle();

  WordSides sides_;
  std::vector<std::vector<WordNeighbor>> neighbors_;
  std::vector<std::vector<int>> opposites_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_WORD_NEIGHBORS_H_
