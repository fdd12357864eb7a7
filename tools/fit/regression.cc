#include "tools/fit/regression.h"

#include <Eigen/Cholesky>

#include <cmath>
#include <utility>
#include <vector>

#include "tools/fit/logistic_newton.h"

namespace rashomon {
namespace {

struct Scaling {
  Eigen::RowVectorXd mean;
  Eigen::RowVectorXd deviation;  // infinite where a feature does not vary
};

Scaling ScalingOf(const Eigen::MatrixXd& features) {
  Scaling s;
  s.mean = features.colwise().mean();
  s.deviation =
      (features.rowwise() - s.mean).colwise().squaredNorm().array().sqrt() /
      std::sqrt(static_cast<double>(features.rows()));
  for (double& d : s.deviation) {
    if (!(d > 1e-9)) d = INFINITY;
  }
  return s;
}

// A column of ones, then the scaled features.
Eigen::MatrixXd Design(const Eigen::MatrixXd& features, const Scaling& s) {
  Eigen::MatrixXd design(features.rows(), features.cols() + 1);
  design.col(0).setOnes();
  design.rightCols(features.cols()) =
      (features.rowwise() - s.mean).array().rowwise() / s.deviation.array();
  return design;
}

LinearModel Unscale(const Eigen::VectorXd& weights, const Scaling& s) {
  double bias = weights[0];
  std::vector<double> raw;
  for (Eigen::Index i = 0; i < s.mean.size(); ++i) {
    raw.push_back(weights[i + 1] / s.deviation[i]);
    bias -= raw.back() * s.mean[i];
  }
  return LinearModel(bias, std::move(raw));
}

// The penalty of every weight; the bias is free.
Eigen::VectorXd Penalties(Eigen::Index size, double penalty) {
  Eigen::VectorXd penalties = Eigen::VectorXd::Constant(size, penalty);
  penalties[0] = 1e-9;
  return penalties;
}

}  // namespace

LinearModel FitRidge(const Eigen::MatrixXd& features,
                     const Eigen::VectorXd& targets, double penalty) {
  const Scaling scaling = ScalingOf(features);
  const Eigen::MatrixXd design = Design(features, scaling);
  Eigen::MatrixXd normal = design.transpose() * design;
  normal.diagonal() += Penalties(design.cols(), penalty);
  const Eigen::VectorXd weights =
      normal.ldlt().solve(design.transpose() * targets);
  return Unscale(weights, scaling);
}

LinearModel FitLogistic(const Eigen::MatrixXd& features,
                        const Eigen::VectorXd& labels, double penalty) {
  const Scaling scaling = ScalingOf(features);
  const Eigen::MatrixXd design = Design(features, scaling);
  const Eigen::VectorXd ones = Eigen::VectorXd::Ones(design.rows());
  return Unscale(SolveLogistic(design, labels, ones,
                               Penalties(design.cols(), penalty)),
                 scaling);
}

}  // namespace rashomon
