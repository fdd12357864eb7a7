// Which words of two texts can stand for one another: spelt alike, related by
// WordNet, near by their vectors.
//
//   WordNeighbors neighbors({of_left, of_right}, spelling, related, vectors);
//   for (const WordNeighbor& n : neighbors.of(3)) ...
//   neighbors.opposites(3);               // "lose" of "win"
#ifndef RASHOMON_ENGINE_ALIGN_WORD_NEIGHBORS_H_
#define RASHOMON_ENGINE_ALIGN_WORD_NEIGHBORS_H_

#include <span>
#include <utility>
#include <vector>

#include "engine/align/spelling_neighbors.h"
#include "engine/align/word_sides.h"
#include "engine/base/grouped_lists.h"
#include "engine/embed/matrix.h"
#include "engine/lexicon/word_relations.h"

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

// How WordNet relates two words of a vocabulary.
struct RelatedPair {
  int word = 0;
  int other = 0;
  WordRelation relation = WordRelation::kNone;
};

// The words of one text that have a vector, ascending, and their vectors of unit
// length: n x d.
struct SideVectors {
  std::vector<int> words;
  RowMatrix vectors;
};

// Immutable after the constructor, then thread-safe.
class WordNeighbors {
 public:
  // Where the words of the vocabulary stand, how they are spelt, and how they
  // are related: each two in both orders, with the strongest relation.
  // `left` and `right`: their vectors, if any. O(n m d) for those of n and m
  // words, by the exact search of engine/search; the rest is linear.
  WordNeighbors(const WordSides& sides, const SpellingNeighbors& spelling,
                const std::vector<RelatedPair>& related,
                const SideVectors& left, const SideVectors& right);

  // Words of the other text, by word, each once, itself left out. Antonyms are
  // no neighbours.
  std::span<const WordNeighbor> of(int word) const { return neighbors_[word]; }
  // By word.
  std::span<const int> opposites(int word) const { return opposites_[word]; }

 private:
  using Found = std::vector<std::pair<int, WordNeighbor>>;

  void AddSpelling(const SpellingNeighbors& spelling, Found* found) const;
  void AddRelations(const std::vector<RelatedPair>& related, Found* found);
  void AddVectors(const SideVectors& left, const SideVectors& right,
                  Found* found) const;
  void Add(int word, int other, float similarity, Found* found) const;
  void Settle(const Found& found);

  WordSides sides_;
  int words_;
  GroupedLists<WordNeighbor> neighbors_;
  GroupedLists<int> opposites_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_WORD_NEIGHBORS_H_
