// Stems that are spelt alike: forms, derivations and transliterations that
// stemming keeps apart ("escal" / "escalatori", "zelensky" / "zelenskyi").
//
//   SpellingNeighbors neighbors(trigrams, distinct, {of_left, of_right});
//   for (const SpellingNeighbor& n : neighbors.of(3)) ...
#ifndef RASHOMON_ENGINE_ALIGN_SPELLING_NEIGHBORS_H_
#define RASHOMON_ENGINE_ALIGN_SPELLING_NEIGHBORS_H_

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "engine/align/word_sides.h"
#include "engine/base/grouped_lists.h"

namespace rashomon {

struct SpellingNeighbor {
  int stem = 0;           // index into the list given
  double similarity = 0;  // kLeastSpellingSimilarity .. 1
};

// On stsb_train, counting pairs from 0, 0.25, 0.35 and 0.45 on gives the soft
// cosine a Pearson of 0.788, 0.788, 0.787 and 0.786: 0.35 costs nothing, and
// keeps the lists short.
inline constexpr double kLeastSpellingSimilarity = 0.35;

// Cosine of the sets of letter trigrams (letter_trigrams.h), of stems of which
// one stands in either text. Immutable after the constructor, then thread-safe.
class SpellingNeighbors {
 public:
  using TrigramLists = std::vector<std::span<const int>>;

  // `trigrams`: of each stem, numbers below `distinct`; where the stems stand.
  // O(sum over trigrams of the square of their stems); trigrams in more than
  // 400 stems are passed over, so that time stays linear in the stems.
  SpellingNeighbors(const TrigramLists& trigrams, std::size_t distinct,
                    const WordSides& sides);
  // Of stems that stand in both texts.
  explicit SpellingNeighbors(const std::vector<std::string_view>& stems);

  // The neighbours of a stem, by index, itself left out.
  std::span<const SpellingNeighbor> of(int stem) const {
    return neighbors_[stem];
  }

 private:
  GroupedLists<SpellingNeighbor> neighbors_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_SPELLING_NEIGHBORS_H_
