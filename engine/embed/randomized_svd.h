// The first singular vectors of a large sparse matrix, by random projection
// (Halko, Martinsson, Tropp 2011, algorithms 4.4 and 5.1).
//
//   TruncatedSvd svd = RandomizedSvd(matrix, {.dimensions = 100});
//   // matrix ~ svd.u * svd.singular_values.asDiagonal() * svd.v.transpose()
#ifndef RASHOMON_ENGINE_EMBED_RANDOMIZED_SVD_H_
#define RASHOMON_ENGINE_EMBED_RANDOMIZED_SVD_H_

#include <Eigen/Core>
#include <Eigen/SparseCore>
#include <cstdint>

namespace rashomon {

using SparseRows = Eigen::SparseMatrix<float, Eigen::RowMajor>;

struct RandomizedSvdOptions {
  int dimensions = 100;
  // Directions tried beyond `dimensions`: 10 is what the authors advise.
  int oversampling = 10;
  // Products with the matrix and its transpose that sharpen the directions;
  // more where singular values fall slowly, as those of text do.
  int power_iterations = 4;
  std::uint64_t seed = 1;
};

// Columns are orthonormal. r = min(dimensions, n, v, numerical rank), which is
// 0 for a matrix of zeros.
struct TruncatedSvd {
  Eigen::MatrixXf u;                // n x r
  Eigen::VectorXf singular_values;  // r, falling, all above 0
  Eigen::MatrixXf v;                // v x r; largest element of each positive
};

// `matrix` is n x v with finite values. O(iterations x nonzeros x k +
// (n + v) k^2) time and O((n + v) k) memory, k = dimensions + oversampling.
// Deterministic: the same matrix and options give the same result.
TruncatedSvd RandomizedSvd(const SparseRows& matrix,
                           const RandomizedSvdOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_RANDOMIZED_SVD_H_
