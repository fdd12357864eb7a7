// Stems that are spelt alike: forms, derivations and transliterations that
// stemming keeps apart ("escal" / "escalatori", "zelensky" / "zelenskyi").
//
//   SpellingNeighbors neighbors(stems);
//   for (const SpellingNeighbor& n : neighbors.of(3)) ...
#ifndef RASHOMON_ENGINE_ALIGN_SPELLING_NEIGHBORS_H_
#define RASHOMON_ENGINE_ALIGN_SPELLING_NEIGHBORS_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace rashomon {

struct SpellingNeighbor {
  int stem = 0;           // index into the list given
  double similarity = 0;  // kLeastSpellingSimilarity .. 1
};

// On stsb_train, counting pairs from 0, 0.25, 0.35 and 0.45 on gives the soft
// cosine a Pearson of 0.788, 0.788, 0.787 and 0.786: 0.35 costs nothing, and
// keeps the lists short.
inline constexpr double kLeastSpellingSimilarity = 0.35;

// Cosine of the sets of letter trigrams, "^" and "$" standing at the ends.
// Stems that start with a digit have no neighbours. Immutable after the
// constructor, then thread-safe.
class SpellingNeighbors {
 public:
  // O(sum over trigrams of the square of their stems); trigrams in more than
  // 400 stems are passed over, so that time stays linear in the stems.
  explicit SpellingNeighbors(const std::vector<std::string_view>& stems);

  // The neighbours of a stem, by index, itself left out.
  const std::vector<SpellingNeighbor>& of(int stem) const {
    return neighbors_[static_cast<std::size_t>(stem)];
  }

 private:
  std::vector<std::vector<SpellingNeighbor>> neighbors_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_SPELLING_NEIGHBORS_H_
