// Exact nearest rows: for every query, the k rows of a collection with the
// largest inner product.
//
//   std::vector<std::vector<Neighbor>> best = TopK(queries, collection, 10);
//   best[0][0].row, best[0][0].score
//
// The products are computed block by block, so that memory stays at one block
// of scores (some 1 MB), whatever n and m.
#ifndef RASHOMON_ENGINE_SEARCH_TOP_K_H_
#define RASHOMON_ENGINE_SEARCH_TOP_K_H_

#include <vector>

#include "engine/embed/matrix.h"

namespace rashomon {

struct Neighbor {
  int row = 0;      // of the collection
  float score = 0;  // inner product
};

// For every row of queries (n x d) the min(k, m) best rows of collection
// (m x d), best first; equal scores by row. O(n m d) time. Deterministic. Lists
// are empty where k <= 0 or the sides differ in d.
std::vector<std::vector<Neighbor>> TopK(const RowMatrix& queries,
                                        const RowMatrix& collection, int k);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_TOP_K_H_
