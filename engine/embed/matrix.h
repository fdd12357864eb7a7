// The one layout of matrices of vectors: n x d, row-major, float, a row for
// each sentence (or article), so that a row is contiguous.
//
//   RowMatrix m(n, d);
//   float cosine = m.row(0).dot(m.row(1));   // rows have unit length
//
// Every function of embed, search and align that takes or gives a RowMatrix
// states its size as "n x d". Rows are of unit length, or all zeros where a
// sentence has no words: a zero row has similarity 0 with everything.
#ifndef RASHOMON_ENGINE_EMBED_MATRIX_H_
#define RASHOMON_ENGINE_EMBED_MATRIX_H_

#include <Eigen/Core>

namespace rashomon {

using RowMatrix =
    Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Scales every row to unit length; rows shorter than 1e-12 become zeros.
// `matrix` is n x d. O(n d).
inline void NormalizeRows(RowMatrix* matrix) {
  for (Eigen::Index i = 0; i < matrix->rows(); ++i) {
    const float norm = matrix->row(i).norm();
    if (norm > 1e-12f) {
      matrix->row(i) /= norm;
    } else {
      matrix->row(i).setZero();
    }
  }
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_MATRIX_H_
