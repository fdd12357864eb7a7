// All cosines of two sets of vectors.
//
//   RowMatrix s = SimilarityMatrix(left, right);   // n x m
//   s(i, j)                                        // of left i and right j
#ifndef RASHOMON_ENGINE_SEARCH_SIMILARITY_MATRIX_H_
#define RASHOMON_ENGINE_SEARCH_SIMILARITY_MATRIX_H_

#include "engine/embed/matrix.h"

namespace rashomon {

// left (n x d) times right transposed (m x d): n x m inner products, cosines
// where rows have unit length. One blocked product, O(n m d) time, O(n m)
// memory: for large n and m use TopK, which never holds the matrix. Both sides
// must have the same d; where they do not, the result is all zeros.
RowMatrix SimilarityMatrix(const RowMatrix& left, const RowMatrix& right);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_SIMILARITY_MATRIX_H_
