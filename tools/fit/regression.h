// Ridge and logistic regression on small feature tables.
//
//   const LinearModel m = FitRidge(features, targets, 1.0);
//   const LinearModel p = FitLogistic(features, labels, 1.0);
//
// Features are brought to mean 0 and deviation 1 before the penalty counts;
// the weights that come back are those of the raw features.
#ifndef RASHOMON_TOOLS_FIT_REGRESSION_H_
#define RASHOMON_TOOLS_FIT_REGRESSION_H_

#include <Eigen/Core>

#include "engine/align/linear_model.h"

namespace rashomon {

// Least squares with `penalty` times the squared weights. features: n x d,
// targets: n. O(n d^2). A feature that does not vary gets weight 0.
LinearModel FitRidge(const Eigen::MatrixXd& features,
                     const Eigen::VectorXd& targets, double penalty);

// Maximum likelihood with half `penalty` times the squared weights, by Newton's
// method. labels: n values in 0..1.
LinearModel FitLogistic(const Eigen::MatrixXd& features,
                        const Eigen::VectorXd& labels, double penalty);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_FIT_REGRESSION_H_
