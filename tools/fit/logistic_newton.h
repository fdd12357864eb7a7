// The weights of a logistic model by Newton's method; the fits of tools/train
// differ in what they make of their features, not in this.
//
//   const Eigen::VectorXd w = SolveLogistic(design, labels, ones, penalties);
#ifndef RASHOMON_TOOLS_FIT_LOGISTIC_NEWTON_H_
#define RASHOMON_TOOLS_FIT_LOGISTIC_NEWTON_H_

#include <Eigen/Core>

namespace rashomon {

// Maximum likelihood with half of each penalty times its squared weight.
// design: n x d; labels: n values in 0..1; row_weights: n; penalties: d, above
// 0. The d weights. O(steps n d^2), some ten steps where the data are not
// separable.
Eigen::VectorXd SolveLogistic(const Eigen::MatrixXd& design,
                              const Eigen::VectorXd& labels,
                              const Eigen::VectorXd& row_weights,
                              const Eigen::VectorXd& penalties);

// The same where each row has a score to start from, which is kept: the weights
// say what is to be added to it. offsets: n.
Eigen::VectorXd SolveLogistic(const Eigen::MatrixXd& design,
                              const Eigen::VectorXd& labels,
                              const Eigen::VectorXd& row_weights,
                              const Eigen::VectorXd& penalties,
                              const Eigen::VectorXd& offsets);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_FIT_LOGISTIC_NEWTON_H_
