// A logistic model over named features, with its weights as data.
//
//   feature        weight   mean    scale
//   bias           -0.41    0       1
//   head_cosine     1.20    0.31    0.18
//
//   RASHOMON_ASSIGN_OR_RETURN(LogisticModel m, LogisticModel::FromTsv(t, "x"));
//   double p = m.Probability({{"head_cosine", 0.4}});
//
// The probability is 1 / (1 + exp(-s)), s = bias + sum of weight times
// (value - mean) / scale. A feature that the model does not name is ignored;
// one that is not given counts as 0.
#ifndef RASHOMON_ENGINE_BASE_LOGISTIC_MODEL_H_
#define RASHOMON_ENGINE_BASE_LOGISTIC_MODEL_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/status/statusor.h"
#include "engine/base/strings.h"

namespace rashomon {

struct FeatureValue {
  std::string name;
  double value = 0;
};

// Immutable after loading; then thread-safe.
class LogisticModel {
 public:
  struct Weight {
    std::string feature;
    double weight = 0;
    double mean = 0;
    double scale = 1;  // never 0
  };

  LogisticModel() = default;
  explicit LogisticModel(std::vector<Weight> weights);

  // Lines of feature, weight and, where there are more columns, mean and scale;
  // '#' comments and the header line are skipped. InvalidArgument names
  // `source` and the line.
  static absl::StatusOr<LogisticModel> FromTsv(std::string_view tsv,
                                               std::string_view source);

  // The sum s; features are added in the model's order, so that the order of
  // `features` cannot change the last bits; of features of one name the first
  // counts. O(weights + features).
  double Score(const std::vector<FeatureValue>& features) const;
  double Probability(const std::vector<FeatureValue>& features) const;

  // Score() without a string for each feature: the place of a feature among the
  // weights, or kNone, and values by place.
  struct PlacedValue {
    std::size_t place = 0;
    double value = 0;
  };
  using PlacedValues = absl::InlinedVector<PlacedValue, 32>;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t PlaceOf(std::string_view feature) const;
  double ScoreOf(PlacedValues values) const;

  const std::vector<Weight>& weights() const { return weights_; }

  // Hash of the weights, 16 hexadecimal digits.
  std::string version() const;

 private:
  std::vector<Weight> weights_;
  StringMap<std::size_t> index_;  // of weights, by feature
  std::size_t bias_ = kNone;
  // The weights that count where their features are not given.
  std::vector<std::size_t> always_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_LOGISTIC_MODEL_H_
