#include "engine/embed/common_component.h"

namespace rashomon {
namespace {

constexpr int kMaxIterations = 100;
// Squared distance of two successive unit vectors that counts as converged.
constexpr float kConverged = 1e-12f;

// A start that no symmetry of the data makes orthogonal to the answer: the
// column sums, plus a little of every coordinate.
Eigen::VectorXf Start(const RowMatrix& matrix) {
  Eigen::VectorXf start = matrix.cwiseAbs().colwise().sum().transpose();
  start.array() += 1e-3f * (start.maxCoeff() + 1e-30f);
  return start.normalized();
}

}  // namespace

Eigen::VectorXf CommonComponent(const RowMatrix& matrix) {
  Eigen::VectorXf current = Eigen::VectorXf::Zero(matrix.cols());
  if (matrix.size() == 0 || matrix.isZero(0)) return current;
  current = Start(matrix);
  for (int i = 0; i < kMaxIterations; ++i) {
    Eigen::VectorXf next = matrix.transpose() * (matrix * current);
    const float norm = next.norm();
    if (!(norm > 0)) break;
    next /= norm;
    const float moved = (next - current).squaredNorm();
    current = next;
    if (moved < kConverged) break;
  }
  Eigen::Index largest = 0;
  current.cwiseAbs().maxCoeff(&largest);
  if (current[largest] < 0) current = -current;
  return current;
}

void RemoveComponent(const Eigen::VectorXf& component, RowMatrix* matrix) {
  const Eigen::VectorXf along = *matrix * component;
  matrix->noalias() -= along * component.transpose();
  NormalizeRows(matrix);
}

}  // namespace rashomon
