// The best monotone path through a band of two documents' sentence pairs: the
// dynamic programming under long_aligner.h.
//
//   const PathSide l = SideOf(left, right), r = SideOf(right, left);
//   const std::vector<PathStep> steps = BestPath(l, r, FullBand(n, m), 0.3f);
//
// A node (i, j) stands between sentences: i of the left and j of the right are
// behind it. A path leads from (0, 0) to (n, m) in steps of 1:1, 1:2, 2:1, 1:0
// and 0:1.
#ifndef RASHOMON_ENGINE_ALIGN_BANDED_PATH_H_
#define RASHOMON_ENGINE_ALIGN_BANDED_PATH_H_

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "engine/embed/matrix.h"

namespace rashomon {

// One document at one level.
struct PathSide {
  const RowMatrix* rows = nullptr;  // n x d, outlives this
  // n: of a row with all rows of the other side, summed.
  Eigen::VectorXf sums;
  // n, the last one 0: 1 / |row + next row|; 0 where that is too short.
  Eigen::VectorXf pair_scales;
};

// rows: n x d; others: m x d. Rows with NaN or infinity add nothing. O((n + m)
// d).
PathSide SideOf(const RowMatrix& rows, const RowMatrix& others);

// The nodes that a path may use: in row i the columns first[i]..last[i], both
// included. n + 1 rows; neither list ever falls; first[0] = 0, last[n] = m, and
// first[i + 1] <= last[i], so that there is a path.
struct Band {
  std::vector<int> first;
  std::vector<int> last;
};

// All nodes.
Band FullBand(int left_size, int right_size);

struct PathStep {
  std::uint8_t left = 0;   // sentences of the left that it takes, 0..2
  std::uint8_t right = 0;  // of the right
};

// The gain of a step that pairs sentences is
//
//   1 - min_gain - (1 - s) / (1 - u),
//
// s the cosine of the (summed) rows, u the mean of what either side has with
// the other sentences of the other document: vecalign's cost (Thompson and
// Koehn 2019), turned round. A step that leaves a sentence alone gains 0. A
// pair thus gains where it is nearer than usual by the share `min_gain` of what
// is to be had; two sentences count as one where their sum is nearer than
// either. u is at most 0.99.
//
// The path of greatest gain; where paths are equal, one of them, always the
// same. Products that are not finite count as -1. Time O(nodes d), memory a
// byte a node and some rows of the band.
std::vector<PathStep> BestPath(const PathSide& left, const PathSide& right,
                               const Band& band, float min_gain);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_BANDED_PATH_H_
