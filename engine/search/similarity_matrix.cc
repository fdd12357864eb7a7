#include "engine/search/similarity_matrix.h"

namespace rashomon {

RowMatrix SimilarityMatrix(const RowMatrix& left, const RowMatrix& right) {
  RowMatrix result = RowMatrix::Zero(left.rows(), right.rows());
  if (left.cols() != right.cols() || left.cols() == 0) return result;
  result.noalias() = left * right.transpose();
  return result;
}

}  // namespace rashomon
