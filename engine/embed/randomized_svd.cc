#include "engine/embed/randomized_svd.h"

#include <Eigen/QR>
#include <Eigen/SVD>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace rashomon {
namespace {

// Singular values below this share of the first are noise of float products.
constexpr float kRankTolerance = 1e-5f;

// Standard normal numbers by Box and Muller (1958); those of <random> differ
// from one standard library to the next.
class Normals {
 public:
  explicit Normals(std::uint64_t seed) : engine_(seed) {}

  float Next() {
    const double u = (static_cast<double>(engine_() >> 11) + 0.5) * 0x1p-53;
    const double v = (static_cast<double>(engine_() >> 11) + 0.5) * 0x1p-53;
    return static_cast<float>(std::sqrt(-2 * std::log(u)) *
                              std::cos(2 * std::numbers::pi * v));
  }

 private:
  std::mt19937_64 engine_;
};

// An orthonormal basis of the columns of `matrix`, of min(rows, cols) columns.
Eigen::MatrixXf Basis(const Eigen::MatrixXf& matrix) {
  const Eigen::Index k = std::min(matrix.rows(), matrix.cols());
  const Eigen::HouseholderQR<Eigen::MatrixXf> qr(matrix);
  return qr.householderQ() * Eigen::MatrixXf::Identity(matrix.rows(), k);
}

// An orthonormal basis (n x k) of what the matrix does to random directions.
Eigen::MatrixXf Range(const SparseRows& matrix, Eigen::Index k,
                      const RandomizedSvdOptions& options) {
  Normals normals(options.seed);
  Eigen::MatrixXf random(matrix.cols(), k);
  for (float& x : random.reshaped()) x = normals.Next();
  Eigen::MatrixXf range = Basis(matrix * random);
  for (int i = 0; i < options.power_iterations; ++i) {
    const Eigen::MatrixXf back = Basis(matrix.transpose() * range);
    range = Basis(matrix * back);
  }
  return range;
}

// A pair of singular vectors may be negated together: the largest element of
// the right one is made positive.
void FixSigns(TruncatedSvd* svd) {
  for (Eigen::Index i = 0; i < svd->v.cols(); ++i) {
    Eigen::Index largest = 0;
    svd->v.col(i).cwiseAbs().maxCoeff(&largest);
    if (svd->v(largest, i) < 0) {
      svd->v.col(i) *= -1;
      svd->u.col(i) *= -1;
    }
  }
}

}  // namespace

TruncatedSvd RandomizedSvd(const SparseRows& matrix,
                           const RandomizedSvdOptions& options) {
  TruncatedSvd svd;
  const Eigen::Index most = std::min(matrix.rows(), matrix.cols());
  const Eigen::Index wanted = std::clamp<Eigen::Index>(
      options.dimensions, 0, most);
  const Eigen::Index k =
      std::min<Eigen::Index>(most, wanted + std::max(options.oversampling, 0));
  svd.u.resize(matrix.rows(), 0);
  svd.v.resize(matrix.cols(), 0);
  if (wanted == 0 || matrix.nonZeros() == 0) return svd;

  const Eigen::MatrixXf range = Range(matrix, k, options);
  // range' * matrix, transposed: v x k.
  const Eigen::MatrixXf projected = matrix.transpose() * range;
  const Eigen::HouseholderQR<Eigen::MatrixXf> qr(projected);
  const Eigen::MatrixXf r =
      qr.matrixQR().topRows(k).triangularView<Eigen::Upper>();
  const Eigen::JacobiSVD<Eigen::MatrixXf> small(
      r, Eigen::ComputeThinU | Eigen::ComputeThinV);

  const Eigen::VectorXf& values = small.singularValues();
  Eigen::Index rank = 0;
  while (rank < wanted && values[rank] > kRankTolerance * values[0]) ++rank;
  const Eigen::MatrixXf basis =
      qr.householderQ() * Eigen::MatrixXf::Identity(projected.rows(), k);
  svd.singular_values = values.head(rank);
  svd.v = basis * small.matrixU().leftCols(rank);
  svd.u = range * small.matrixV().leftCols(rank);
  FixSigns(&svd);
  return svd;
}

}  // namespace rashomon
