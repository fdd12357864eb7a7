#include "tools/fit/logistic_newton.h"

#include <Eigen/Cholesky>

#include <algorithm>

#include "engine/align/linear_model.h"

namespace rashomon {
namespace {

constexpr int kMaxSteps = 100;
// A step this short ends the search.
constexpr double kShortest = 1e-9;
// Of p (1 - p), so that rows that are sure do not make the Hessian singular.
constexpr double kMinVariance = 1e-6;

}  // namespace

Eigen::VectorXd SolveLogistic(const Eigen::MatrixXd& design,
                              const Eigen::VectorXd& labels,
                              const Eigen::VectorXd& row_weights,
                              const Eigen::VectorXd& penalties) {
  return SolveLogistic(design, labels, row_weights, penalties,
                       Eigen::VectorXd::Zero(design.rows()));
}

Eigen::VectorXd SolveLogistic(const Eigen::MatrixXd& design,
                              const Eigen::VectorXd& labels,
                              const Eigen::VectorXd& row_weights,
                              const Eigen::VectorXd& penalties,
                              const Eigen::VectorXd& offsets) {
  Eigen::VectorXd weights = Eigen::VectorXd::Zero(design.cols());
  for (int step = 0; step < kMaxSteps; ++step) {
    const Eigen::VectorXd p = (offsets + design * weights).unaryExpr(&Logistic);
    const Eigen::VectorXd gradient =
        design.transpose() * row_weights.cwiseProduct(p - labels) +
        penalties.cwiseProduct(weights);
    const Eigen::VectorXd variance =
        (p.array() * (1 - p.array())).max(kMinVariance).matrix();
    Eigen::MatrixXd hessian = design.transpose() *
                              row_weights.cwiseProduct(variance).asDiagonal() *
                              design;
    hessian.diagonal() += penalties;
    const Eigen::VectorXd move = hessian.ldlt().solve(gradient);
    // Full Newton steps may overshoot far from the optimum: at most 1 each.
    weights -= move / std::max(1.0, move.norm());
    if (move.norm() < kShortest) break;
  }
  return weights;
}

}  // namespace rashomon
