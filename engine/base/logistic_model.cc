#include "engine/base/logistic_model.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "engine/base/stable_hash.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr std::string_view kBias = "bias";

std::optional<double> Number(std::string_view text) {
  double value = 0;
  if (!absl::SimpleAtod(AbslView(StripAsciiSpace(text)), &value) ||
      !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::optional<LogisticModel::Weight> WeightOf(std::string_view line) {
  const std::vector<std::string_view> columns = SplitOn(line, '\t');
  if (columns.size() != 2 && columns.size() != 4) return std::nullopt;
  LogisticModel::Weight weight;
  weight.feature = std::string(StripAsciiSpace(columns[0]));
  double* const targets[] = {&weight.weight, &weight.mean, &weight.scale};
  for (std::size_t i = 1; i < columns.size(); ++i) {
    const std::optional<double> value = Number(columns[i]);
    if (!value) return std::nullopt;
    *targets[i - 1] = *value;
  }
  if (weight.feature.empty() || weight.scale == 0) return std::nullopt;
  return weight;
}

// Those of one place stay in their order. A few need no memory of their own.
void SortByPlace(LogisticModel::PlacedValues* values) {
  constexpr std::ptrdiff_t kFew = 48;
  using Value = LogisticModel::PlacedValue;
  const auto before = [](const Value& a, const Value& b) {
    return a.place < b.place;
  };
  const auto begin = values->begin(), end = values->end();
  if (end - begin > kFew) {
    std::stable_sort(begin, end, before);
    return;
  }
  for (auto at = begin; at != end; ++at) {
    const Value value = *at;
    auto to = at;
    for (; to != begin && before(value, to[-1]); --to) *to = to[-1];
    *to = value;
  }
}

}  // namespace

LogisticModel::LogisticModel(std::vector<Weight> weights)
    : weights_(std::move(weights)) {
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    index_.try_emplace(weights_[i].feature, i);
    const bool is_bias = weights_[i].feature == kBias;
    if (is_bias || weights_[i].mean != 0) always_.push_back(i);
  }
  bias_ = PlaceOf(kBias);
}

absl::StatusOr<LogisticModel> LogisticModel::FromTsv(std::string_view tsv,
                                                     std::string_view source) {
  std::vector<Weight> weights;
  int number = 0;
  bool header = true;
  for (std::string_view line : SplitOn(tsv, '\n')) {
    ++number;
    if (StripAsciiSpace(line).empty() || line[0] == '#') continue;
    if (std::exchange(header, false)) continue;
    std::optional<Weight> weight = WeightOf(line);
    if (!weight) {
      return absl::InvalidArgumentError(
          StrCat(source, ":", number,
                 ": want feature and weight, or feature, weight, mean and "
                 "scale (not 0), parted by tabs"));
    }
    weights.push_back(*std::move(weight));
  }
  return LogisticModel(std::move(weights));
}

std::size_t LogisticModel::PlaceOf(std::string_view feature) const {
  const auto at = index_.find(feature);
  return at == index_.end() ? kNone : at->second;
}

// What is not given and has no mean adds nothing.
double LogisticModel::ScoreOf(PlacedValues values) const {
  const auto dropped = std::remove_if(
      values.begin(), values.end(), [this](const PlacedValue& v) {
        return v.place == kNone || v.place == bias_;
      });
  values.erase(dropped, values.end());
  for (const std::size_t i : always_) {
    values.push_back({i, i == bias_ ? 1.0 : 0.0});
  }
  SortByPlace(&values);
  double sum = 0;
  std::size_t last = kNone;
  for (const PlacedValue& v : values) {
    if (std::exchange(last, v.place) == v.place) continue;
    const Weight& w = weights_[v.place];
    sum += w.weight * (v.value - w.mean) / w.scale;
  }
  return sum;
}

double LogisticModel::Score(const std::vector<FeatureValue>& features) const {
  PlacedValues values;
  values.reserve(features.size() + always_.size());
  for (const FeatureValue& f : features) {
    values.push_back({PlaceOf(f.name), f.value});
  }
  return ScoreOf(std::move(values));
}

double LogisticModel::Probability(
    const std::vector<FeatureValue>& features) const {
  return 1.0 / (1.0 + std::exp(-Score(features)));
}

std::string LogisticModel::version() const {
  StableHash hash;
  for (const Weight& w : weights_) {
    hash.Add(w.feature).Add(StrCat(w.weight, " ", w.mean, " ", w.scale));
  }
  return hash.Hex();
}

}  // namespace rashomon
