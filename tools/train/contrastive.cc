#include "tools/train/contrastive.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace rashomon {
namespace {

using Texts = std::vector<std::vector<std::int32_t>>;

constexpr float kLeastLength = 1e-3f;
constexpr int kWarmUpSteps = 100;
constexpr int kReports = 20;

// Fisher and Yates; std::shuffle differs from one standard library to the next.
void Shuffle(std::vector<std::size_t>* order, std::mt19937_64* random) {
  for (std::size_t i = order->size(); i > 1; --i) {
    std::swap((*order)[i - 1], (*order)[(*random)() % i]);
  }
}

// The text without the words that chance leaves out.
void Drop(std::span<const std::int32_t> text, double share,
          std::mt19937_64* random, std::vector<std::int32_t>* kept) {
  kept->clear();
  for (const std::int32_t row : text) {
    const double chance = static_cast<double>((*random)() >> 11) * 0x1p-53;
    if (chance >= share) kept->push_back(row);
  }
}

// One side of a batch: sums of vectors, scaled to unit length.
struct Side {
  Texts texts;
  RowMatrix unit;  // batch x d
  Eigen::VectorXf lengths;

  void Sum(const RowMatrix& vectors) {
    unit.setZero(static_cast<Eigen::Index>(texts.size()), vectors.cols());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (const std::int32_t row : texts[i]) {
        unit.row(static_cast<Eigen::Index>(i)) += vectors.row(row);
      }
    }
    lengths = unit.rowwise().norm().cwiseMax(kLeastLength);
    unit.array().colwise() /= lengths.array();
  }

  // From the gradient by the unit vectors to that by the sums.
  void ThroughScaling(RowMatrix* gradient) const {
    const Eigen::VectorXf along =
        gradient->cwiseProduct(unit).rowwise().sum();
    *gradient -= along.asDiagonal() * unit;
    gradient->array().colwise() /= lengths.array();
  }
};

// Adam over the rows that a batch touches.
class RowAdam {
 public:
  explicit RowAdam(const RowMatrix& vectors)
      : first_(RowMatrix::Zero(vectors.rows(), vectors.cols())),
        second_(first_),
        slot_(static_cast<std::size_t>(vectors.rows()), -1) {}

  void Collect(const Texts& texts, const RowMatrix& gradient) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (const std::int32_t row : texts[i]) {
        std::int32_t& slot = slot_[static_cast<std::size_t>(row)];
        if (slot < 0) {
          slot = static_cast<std::int32_t>(touched_.size());
          touched_.push_back(row);
          if (slot >= sums_.rows()) {
            sums_.conservativeResize(2 * slot + 64, first_.cols());
          }
          sums_.row(slot).setZero();
        }
        sums_.row(slot) += gradient.row(static_cast<Eigen::Index>(i));
      }
    }
  }

  void Step(float rate, RowMatrix* vectors) {
    for (const std::int32_t row : touched_) {
      std::int32_t& slot = slot_[static_cast<std::size_t>(row)];
      const auto g = sums_.row(slot).array();
      first_.row(row).array() = 0.9f * first_.row(row).array() + 0.1f * g;
      second_.row(row).array() =
          0.99f * second_.row(row).array() + 0.01f * g.square();
      vectors->row(row).array() -=
          rate * first_.row(row).array() /
          (second_.row(row).array().sqrt() + 1e-8f);
      slot = -1;
    }
    touched_.clear();
  }

 private:
  RowMatrix first_;
  RowMatrix second_;
  std::vector<std::int32_t> slot_;  // by row; -1: not touched
  std::vector<std::int32_t> touched_;
  RowMatrix sums_;
};

// The loss by choice of one batch; gradients by the unit vectors.
double Choose(const Side& left, const Side& right, float temperature,
              RowMatrix* left_gradient, RowMatrix* right_gradient) {
  const Eigen::Index n = left.unit.rows();
  RowMatrix chances = left.unit * right.unit.transpose();
  chances = ((chances.array() - 1) / temperature).exp();
  const Eigen::VectorXf by_left = chances.rowwise().sum();
  const Eigen::VectorXf by_right = chances.colwise().sum().transpose();
  double loss = 0;
  for (Eigen::Index i = 0; i < n; ++i) {
    loss -= std::log(chances(i, i) / by_left[i]) +
            std::log(chances(i, i) / by_right[i]);
  }
  for (Eigen::Index i = 0; i < n; ++i) {
    chances.row(i).array() *=
        1 / by_left[i] + by_right.transpose().array().inverse();
    chances(i, i) -= 2;
  }
  chances /= 2 * temperature * static_cast<float>(n);
  left_gradient->noalias() = chances * right.unit;
  right_gradient->noalias() = chances.transpose() * left.unit;
  return loss / (2 * static_cast<double>(n));
}

}  // namespace

void TextPairs::Add(std::span<const std::int32_t> left,
                    std::span<const std::int32_t> right) {
  Pair pair;
  pair.begin = rows_.size();
  rows_.insert(rows_.end(), left.begin(), left.end());
  pair.middle = rows_.size();
  rows_.insert(rows_.end(), right.begin(), right.end());
  pair.end = rows_.size();
  pairs_.push_back(pair);
}

void FitContrastive(const TextPairs& pairs, const ContrastiveOptions& options,
                    RowMatrix* vectors) {
  const auto batch = static_cast<std::size_t>(options.batch);
  const std::size_t per_epoch = pairs.size() / batch;
  const std::size_t steps =
      static_cast<std::size_t>(options.epochs) * per_epoch;
  if (steps == 0) return;
  const float size = std::sqrt(vectors->squaredNorm() /
                               static_cast<float>(vectors->size()));
  std::vector<std::size_t> order(pairs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937_64 random(options.seed);
  RowAdam adam(*vectors);
  Side left{Texts(batch), {}, {}};
  Side right{Texts(batch), {}, {}};
  RowMatrix left_gradient;
  RowMatrix right_gradient;
  double loss = 0;
  std::size_t since = 0;
  for (std::size_t step = 0; step < steps; ++step) {
    if (step % per_epoch == 0) Shuffle(&order, &random);
    for (std::size_t i = 0; i < batch; ++i) {
      const std::size_t pair = order[step % per_epoch * batch + i];
      Drop(pairs.left(pair), options.dropout, &random, &left.texts[i]);
      Drop(pairs.right(pair), options.dropout, &random, &right.texts[i]);
    }
    left.Sum(*vectors);
    right.Sum(*vectors);
    loss += Choose(left, right, options.temperature, &left_gradient,
                   &right_gradient);
    left.ThroughScaling(&left_gradient);
    right.ThroughScaling(&right_gradient);
    adam.Collect(left.texts, left_gradient);
    adam.Collect(right.texts, right_gradient);
    const float done = static_cast<float>(step) / static_cast<float>(steps);
    const float warm_up =
        std::min(1.0f, static_cast<float>(step + 1) / kWarmUpSteps);
    adam.Step(options.learning_rate * size * warm_up * (1 - done), vectors);
    ++since;
    if ((step + 1) * kReports / steps != step * kReports / steps &&
        options.progress) {
      options.progress(static_cast<double>(step + 1) /
                           static_cast<double>(steps),
                       loss / static_cast<double>(since));
      loss = 0;
      since = 0;
    }
  }
}

}  // namespace rashomon
