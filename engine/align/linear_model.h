// A linear model whose weights are data: a table of features and weights.
//
//   RASHOMON_ASSIGN_OR_RETURN(
//       LinearModel model, LinearModel::Parse(tsv, "model.tsv", feature_names));
//   double z = model.Score(values);            // bias + sum of weight x value
//   double p = Logistic(z);
#ifndef RASHOMON_ENGINE_ALIGN_LINEAR_MODEL_H_
#define RASHOMON_ENGINE_ALIGN_LINEAR_MODEL_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"

namespace rashomon {

// Immutable, thread-safe.
class LinearModel {
 public:
  // A model that gives 0 for everything.
  LinearModel() = default;
  LinearModel(double bias, std::vector<double> weights)
      : bias_(bias), weights_(std::move(weights)) {}

  // '#' comments, the header "feature<TAB>weight", then a row for each feature
  // of `features` that has a weight, and one for "bias". InvalidArgument names
  // `source` and the line: a feature that is unknown or stands twice, a weight
  // that is no finite number.
  static absl::StatusOr<LinearModel> Parse(
      std::string_view table, std::string_view source,
      const std::vector<std::string_view>& features);

  // Bias and weights times `factor`.
  LinearModel Scaled(double factor) const;

  // The table that Parse() reads, `comments` at its head.
  std::string ToTable(std::string_view comments,
                      const std::vector<std::string_view>& features) const;

  // Whether the value of a feature changes the score.
  bool Weighs(std::size_t feature) const {
    return feature < weights_.size() && weights_[feature] != 0;
  }

  // `values` come in the order of the features; missing ones count as 0.
  double Score(std::span<const double> values) const;

 private:
  double bias_ = 0;
  std::vector<double> weights_;
};

// 1 / (1 + exp(-z)), for any finite z.
double Logistic(double z);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_LINEAR_MODEL_H_
