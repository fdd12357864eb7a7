#include "engine/align/linear_model.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>

#include "absl/status/status.h"
#include "absl/strings/str_format.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr std::string_view kBias = "bias";

bool ParseNumber(std::string_view text, double* number) {
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), *number);
  return error == std::errc() && end == text.data() + text.size() &&
         std::isfinite(*number);
}

}  // namespace

absl::StatusOr<LinearModel> LinearModel::Parse(
    std::string_view table, std::string_view source,
    const std::vector<std::string_view>& features) {
  LinearModel model;
  model.weights_.assign(features.size(), 0.0);
  StringSet seen;
  bool header = false;
  int line_number = 0;
  for (std::string_view line : SplitOn(table, '\n')) {
    ++line_number;
    const auto error = [&](std::string_view problem) {
      return absl::InvalidArgumentError(
          StrCat(source, ": line ", line_number, ": ", problem));
    };
    if (line.empty() || line[0] == '#') continue;
    if (!header) {
      if (line != "feature\tweight") return error("header is not feature, weight");
      header = true;
      continue;
    }
    const std::vector<std::string_view> cells = SplitOn(line, '\t');
    double weight = 0;
    if (cells.size() != 2 || !ParseNumber(cells[1], &weight)) {
      return error("not a feature and a finite weight");
    }
    if (!seen.emplace(cells[0]).second) return error("feature stands twice");
    const auto at = std::find(features.begin(), features.end(), cells[0]);
    if (cells[0] == kBias) {
      model.bias_ = weight;
    } else if (at == features.end()) {
      return error("unknown feature");
    } else {
      model.weights_[static_cast<std::size_t>(at - features.begin())] = weight;
    }
  }
  if (!header) {
    return absl::InvalidArgumentError(StrCat(source, ": no header"));
  }
  return model;
}

double LinearModel::Score(std::span<const double> values) const {
  double sum = bias_;
  const std::size_t n = std::min(weights_.size(), values.size());
  for (std::size_t i = 0; i < n; ++i) sum += weights_[i] * values[i];
  return sum;
}

LinearModel LinearModel::Scaled(double factor) const {
  LinearModel scaled = *this;
  scaled.bias_ *= factor;
  for (double& weight : scaled.weights_) weight *= factor;
  return scaled;
}

std::string LinearModel::ToTable(
    std::string_view comments,
    const std::vector<std::string_view>& features) const {
  std::string table = StrCat(comments, "feature\tweight\n");
  absl::StrAppendFormat(&table, "%s\t%.5g\n", AbslView(kBias), bias_);
  for (std::size_t i = 0; i < features.size() && i < weights_.size(); ++i) {
    if (weights_[i] == 0) continue;
    absl::StrAppendFormat(&table, "%s\t%.5g\n", AbslView(features[i]),
                          weights_[i]);
  }
  return table;
}

double Logistic(double z) {
  return z >= 0 ? 1 / (1 + std::exp(-z)) : std::exp(z) / (1 + std::exp(z));
}

}  // namespace rashomon
