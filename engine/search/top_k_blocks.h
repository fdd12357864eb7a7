// The exact search by blocks of all products: the way for every processor.
#ifndef RASHOMON_ENGINE_SEARCH_TOP_K_BLOCKS_H_
#define RASHOMON_ENGINE_SEARCH_TOP_K_BLOCKS_H_

#include <cstddef>
#include <vector>

#include "engine/embed/matrix.h"
#include "engine/search/neighbors.h"

namespace rashomon {

// Offers the products of queries [first, last) with every row of the
// collection. `of_queries` is indexed by query; so is `of_rows` by row, and is
// null where only one direction is asked for. Memory: a block of scores.
void OfferByBlocks(const RowMatrix& queries, const RowMatrix& collection,
                   std::size_t first, std::size_t last,
                   std::vector<BestNeighbors>* of_queries,
                   std::vector<BestNeighbors>* of_rows);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_TOP_K_BLOCKS_H_
