// What two sentences share in order: runs of words and letters, as numbers from
// 0 to 1. Beside pair_features.h, which weighs words and does not look at their
// order beyond neighbours.
//
//   const std::array<double, kSurfaceFeatureCount> f =
//       SurfaceOverlap(words_of_a, words_of_b);
//
// For telling paraphrases apart that share most of their words, as in MRPC
// (`rashomon evaluate`, both ways). Graded similarity gains nothing by it:
// Pearson on stsb_dev 0.844 with these features in the ridge regression, 0.846
// without.
#ifndef RASHOMON_ENGINE_ALIGN_SURFACE_OVERLAP_H_
#define RASHOMON_ENGINE_ALIGN_SURFACE_OVERLAP_H_

#include <array>
#include <cstddef>
#include <vector>

#include "engine/text/word.h"

namespace rashomon {

// Shared runs of 1, 2, 3 and 4 words and of 3 and 5 letters: the lesser and the
// greater of both sides' shares (12 numbers); the longest common subsequence of
// stems by the longer and by the shorter side; the edits between both by the
// longer side; the shorter length by the longer.
inline constexpr std::size_t kSurfaceFeatureCount = 16;

// Symmetric, all in 0..1; all 0 where both sides have no word. Punctuation is
// passed over. O(n log n) in the words, and 500 x 500 at most: only the first
// 500 words count.
std::array<double, kSurfaceFeatureCount> SurfaceOverlap(
    const std::vector<Word>& left, const std::vector<Word>& right);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_SURFACE_OVERLAP_H_
