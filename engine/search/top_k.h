// Exact nearest rows: for every query, the k rows of a collection with the
// largest inner product.
//
//   std::vector<std::vector<Neighbor>> best = TopK(queries, collection, 10);
//   best[0][0].row, best[0][0].score
//
// Products of bytes with a proven bound on their error (byte_rows.h) tell
// which pairs can be among the best; those alone are multiplied exactly. Where
// the processor has no such instructions, blocks of all products are.
#ifndef RASHOMON_ENGINE_SEARCH_TOP_K_H_
#define RASHOMON_ENGINE_SEARCH_TOP_K_H_

#include <limits>
#include <vector>

#include "engine/embed/matrix.h"
#include "engine/search/neighbors.h"
#include "engine/base/simd_target.h"

namespace rashomon {

struct TopKOptions {
  int threads = 1;  // at least 1 are used, at most one for every 128 queries
  SimdTarget target = SimdTarget::kBest;
  // Neighbours of a lower score are left out, and cost next to nothing.
  float least = -std::numeric_limits<float>::infinity();
};

// For every row of queries (n x d) the min(k, m) best rows of collection
// (m x d) that score `least`, best first; equal scores by row. O(n m d) time; memory for a byte
// of every number, never for n x m of anything. The same bits whatever the
// number of threads. Lists are empty where k <= 0 or the sides differ in d.
// Rows with NaN or infinity have products of their own kind: such sides are
// searched by the baseline.
std::vector<std::vector<Neighbor>> TopK(const RowMatrix& queries,
                                        const RowMatrix& collection, int k,
                                        const TopKOptions& options = {});

struct MutualTopK {
  std::vector<std::vector<Neighbor>> of_left;   // rows of the right side
  std::vector<std::vector<Neighbor>> of_right;  // rows of the left side
};

// Both directions in one pass: what TopK gives for (left, right) and for
// (right, left), scores up to rounding.
MutualTopK TopKBothWays(const RowMatrix& left, const RowMatrix& right, int k,
                        const TopKOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_TOP_K_H_
