#include "tools/train/logistic_fit.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <utility>

#include "Eigen/Core"
#include "absl/strings/str_format.h"
#include "engine/base/strings.h"
#include "tools/fit/logistic_newton.h"

namespace rashomon {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

double SumOfWeights(const std::vector<FitRow>& rows) {
  double sum = 0;
  for (const FitRow& row : rows) sum += row.weight;
  return sum;
}

// Mean 0 is kept: a feature that a row does not name is 0, and stays so. The
// scale is the spread over all rows, each as often as it weighs.
LogisticModel::Weight Scale(const std::vector<FitRow>& rows,
                            const std::string& feature, double min_scale) {
  const double n = SumOfWeights(rows);
  double sum = 0, squares = 0;
  for (const FitRow& row : rows) {
    for (const FeatureValue& f : row.features) {
      if (f.name != feature) continue;
      sum += row.weight * f.value;
      squares += row.weight * f.value * f.value;
    }
  }
  LogisticModel::Weight weight;
  weight.feature = feature;
  const double mean = n > 0 ? sum / n : 0;
  const double variance = n > 0 ? squares / n - mean * mean : 0;
  weight.scale = variance > 1e-9 ? std::max(std::sqrt(variance), min_scale) : 1;
  return weight;
}

// n x (d + 1): standardised features, then a column of ones.
Matrix Design(const std::vector<FitRow>& rows,
              const std::vector<LogisticModel::Weight>& scales) {
  StringMap<int> column;
  for (std::size_t k = 0; k < scales.size(); ++k) {
    column[scales[k].feature] = static_cast<int>(k);
  }
  Matrix x = Matrix::Zero(rows.size(), scales.size() + 1);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    x(i, scales.size()) = 1;
    for (const FeatureValue& f : rows[i].features) {
      const auto it = column.find(f.name);
      if (it == column.end()) continue;
      x(i, it->second) = f.value / scales[it->second].scale;
    }
  }
  return x;
}

// n x 2 d: the columns of x, and once more with the rows of other sets 0.
Matrix WithTargetColumns(const Matrix& x, const std::vector<FitRow>& rows) {
  Matrix both(x.rows(), 2 * x.cols());
  both << x, x;
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    if (!rows[i].target) both.row(i).tail(x.cols()).setZero();
  }
  return both;
}

// A weight for each column of x, which are (d + 1).
Vector Solve(const Matrix& x, const std::vector<FitRow>& rows,
             const FitOptions& options) {
  const Eigen::Index n = x.rows(), d = x.cols();
  Vector y(n), w(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    y(i) = rows[i].positive ? 1 : 0;
    w(i) = rows[i].weight;
  }
  Vector ridge = Vector::Constant(d, options.l2 * SumOfWeights(rows));
  ridge(d - 1) = 1e-6;
  if (options.target_l2 <= 0) return SolveLogistic(x, y, w, ridge);
  Vector ridges(2 * d);
  ridges << ridge,
      Vector::Constant(d, options.target_l2 * SumOfWeights(rows));
  const Vector weights =
      SolveLogistic(WithTargetColumns(x, rows), y, w, ridges);
  return weights.head(d) + weights.tail(d);
}

}  // namespace

LogisticModel FitLogistic(const std::vector<FitRow>& rows,
                          const std::vector<std::string>& features,
                          const FitOptions& options) {
  std::vector<LogisticModel::Weight> weights;
  for (const std::string& name : features) {
    weights.push_back(Scale(rows, name, options.min_scale));
  }
  const Vector beta = Solve(Design(rows, weights), rows, options);
  for (std::size_t k = 0; k < weights.size(); ++k) weights[k].weight = beta(k);
  weights.insert(weights.begin(),
                 LogisticModel::Weight{"bias", beta(beta.size() - 1), 0, 1});
  return LogisticModel(std::move(weights));
}

std::vector<std::string> FeatureNames(const std::vector<FitRow>& rows) {
  std::set<std::string> names;
  for (const FitRow& row : rows) {
    for (const FeatureValue& f : row.features) names.insert(f.name);
  }
  return {names.begin(), names.end()};
}

std::string RowsText(const std::vector<FitRow>& rows) {
  std::string text;
  for (const FitRow& row : rows) {
    StrAppend(&text, row.positive ? "1" : "0", "\t", row.fold, "\t",
              row.weight);
    for (const FeatureValue& f : row.features) {
      StrAppend(&text, "\t", f.name, "=", f.value);
    }
    StrAppend(&text, "\n");
  }
  return text;
}

std::string ModelTsv(const LogisticModel& model,
                     const std::vector<std::string>& comment) {
  std::string tsv;
  for (const std::string& line : comment) StrAppend(&tsv, "# ", line, "\n");
  StrAppend(&tsv, "feature\tweight\tmean\tscale\n");
  for (const LogisticModel::Weight& w : model.weights()) {
    StrAppend(&tsv, w.feature, "\t",
              absl::StrFormat("%.5f\t%.5f\t%.5f", w.weight, w.mean, w.scale),
              "\n");
  }
  return tsv;
}

}  // namespace rashomon
