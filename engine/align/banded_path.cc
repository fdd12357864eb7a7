#include "engine/align/banded_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace rashomon {
namespace {

constexpr double kNowhere = -std::numeric_limits<double>::infinity();
constexpr float kMaxUsual = 0.99f;
constexpr float kShortest = 1e-6f;  // of the sum of two unit rows

// Steps by the code that stands in the table of steps.
constexpr std::array<PathStep, 5> kSteps = {
    {{1, 1}, {1, 2}, {2, 1}, {1, 0}, {0, 1}}};
enum StepCode : std::uint8_t { kOneOne, kOneTwo, kTwoOne, kOneNone, kNoneOne };

float OneByOthers(int size, int taken) {
  return size > taken ? 1.0f / static_cast<float>(size - taken) : 0.0f;
}

// One of a path's sides while gains are computed: what the mean needs.
struct Usual {
  explicit Usual(const PathSide& side)
      : size(static_cast<int>(side.rows->rows())),
        by_others(OneByOthers(size, 1)),
        by_others_of_two(OneByOthers(size, 2)) {}
  int size;
  float by_others;         // 1 / sentences without one
  float by_others_of_two;  // without two
};

float Finite(float product) {
  return std::isfinite(product) ? std::clamp(product, -1.0f, 1.0f) : -1.0f;
}

// `left_usual`, `right_usual`: means over the other sentences.
float Gain(float cosine, float left_usual, float right_usual, float most) {
  const float usual = std::min(0.5f * (left_usual + right_usual), kMaxUsual);
  return most - (1 - std::min(cosine, 1.0f)) / (1 - usual);
}

// Products of left rows and the right rows that their nodes stand behind, by
// blocks of left rows: little is computed that the band does not hold.
class BandProducts {
 public:
  BandProducts(const RowMatrix& left, const RowMatrix& right, const Band& band)
      : left_(left), right_(right), band_(band) {}

  // Of left row i - 1 with right row j - 1, for the nodes (i, j) of row i >= 1;
  // 0 for j = 0. Valid until the next call, which is for i + 1.
  void Read(int i, std::vector<float>* products) {
    if (i - 1 >= end_) Compute(i - 1);
    const auto row = static_cast<std::size_t>(i);
    const int first = band_.first[row], last = band_.last[row];
    products->resize(static_cast<std::size_t>(last - first + 1));
    for (int j = first; j <= last; ++j) {
      (*products)[static_cast<std::size_t>(j - first)] =
          j > 0 ? Finite(block_(i - 1 - begin_, j - 1 - column_)) : 0;
    }
  }

 private:
  int FirstColumn(int row) const {
    return std::max(band_.first[static_cast<std::size_t>(row) + 1] - 1, 0);
  }
  int EndColumn(int row) const {
    return band_.last[static_cast<std::size_t>(row) + 1];
  }

  // A block may hold half as many products again as the band, which the
  // product of larger matrices makes up for.
  void Compute(int row) {
    begin_ = row;
    end_ = row + 1;
    column_ = FirstColumn(row);
    std::int64_t wanted = EndColumn(row) - column_;
    while (end_ < left_.rows()) {
      wanted += EndColumn(end_) - FirstColumn(end_);
      const std::int64_t area =
          std::int64_t{end_ + 1 - begin_} * (EndColumn(end_) - column_);
      if (2 * area > 3 * wanted || area > kMaxArea) break;
      ++end_;
    }
    const int columns = EndColumn(end_ - 1) - column_;
    block_.noalias() = left_.middleRows(begin_, end_ - begin_) *
                       right_.middleRows(column_, columns).transpose();
  }

  static constexpr std::int64_t kMaxArea = 1 << 18;  // a megabyte of floats

  const RowMatrix& left_;
  const RowMatrix& right_;
  const Band& band_;
  RowMatrix block_;  // of left rows begin_..end_, right rows from column_
  int begin_ = 0;
  int end_ = 0;
  int column_ = 0;
};

// One row of nodes.
struct NodeRow {
  int first = 0;
  std::vector<double> gains;    // of the best path to each node
  std::vector<float> products;  // BandProducts::Read

  bool holds(int j) const {
    return static_cast<std::size_t>(j - first) < gains.size();
  }
  double gain(int j) const {
    return holds(j) ? gains[static_cast<std::size_t>(j - first)] : kNowhere;
  }
  float product(int j) const {
    return products[static_cast<std::size_t>(j - first)];
  }
};

struct Candidate {
  double gain = kNowhere;
  StepCode step = kOneNone;
  void Offer(double other, StepCode other_step) {
    if (other > gain) {
      gain = other;
      step = other_step;
    }
  }
};

class PathFinder {
 public:
  PathFinder(const PathSide& left, const PathSide& right, const Band& band,
             float min_gain)
      : left_(left),
        right_(right),
        band_(band),
        left_usual_(left),
        right_usual_(right),
        most_(1 - min_gain),
        products_(*left.rows, *right.rows, band) {}

  std::vector<PathStep> Find() {
    std::size_t nodes = 0;
    for (std::size_t i = 0; i < band_.first.size(); ++i) {
      starts_.push_back(nodes);
      nodes += static_cast<std::size_t>(band_.last[i] - band_.first[i] + 1);
    }
    steps_.resize(nodes);
    for (int i = 0; i <= left_usual_.size; ++i) FillRow(i);
    return TraceBack();
  }

 private:
  void FillRow(int i) {
    const auto row = static_cast<std::size_t>(i);
    std::swap(before_last_, last_);
    std::swap(last_, current_);
    current_.first = band_.first[row];
    current_.gains.clear();
    if (i > 0) products_.Read(i, &current_.products);
    for (int j = band_.first[row]; j <= band_.last[row]; ++j) {
      const Candidate best = BestInto(i, j);
      steps_[starts_[row] + current_.gains.size()] = best.step;
      current_.gains.push_back(best.gain);
    }
  }

  Candidate BestInto(int i, int j) const {
    Candidate best;
    if (i == 0 && j == 0) best.gain = 0;
    if (i > 0 && j > 0) OfferPairs(i, j, &best);
    if (i > 0) best.Offer(last_.gain(j), kOneNone);
    if (j > current_.first) best.Offer(current_.gain(j - 1), kNoneOne);
    return best;
  }

  void OfferPairs(int i, int j, Candidate* best) const {
    const float product = current_.product(j);
    best->Offer(last_.gain(j - 1) + OneOne(i - 1, j - 1, product), kOneOne);
    // The other product of a step stands at a node beside this one.
    if (j > 1 && j > current_.first) {
      best->Offer(last_.gain(j - 2) +
                      OneTwo(i - 1, j - 2, current_.product(j - 1), product),
                  kOneTwo);
    }
    if (i > 1 && last_.holds(j)) {
      best->Offer(before_last_.gain(j - 1) +
                      TwoOne(i - 2, j - 1, last_.product(j), product),
                  kTwoOne);
    }
  }

  float OneOne(int l, int r, float product) const {
    return Gain(product, (left_.sums[l] - product) * right_usual_.by_others,
                (right_.sums[r] - product) * left_usual_.by_others, most_);
  }

  // Right rows r and r + 1.
  float OneTwo(int l, int r, float first, float second) const {
    const float scale = right_.pair_scales[r];
    const float cosine = (first + second) * scale;
    return Gain(
        cosine,
        (left_.sums[l] - first - second) * right_usual_.by_others_of_two,
        ((right_.sums[r] + right_.sums[r + 1]) * scale - cosine) *
            left_usual_.by_others,
        most_);
  }

  float TwoOne(int l, int r, float first, float second) const {
    const float scale = left_.pair_scales[l];
    const float cosine = (first + second) * scale;
    return Gain(
        cosine,
        ((left_.sums[l] + left_.sums[l + 1]) * scale - cosine) *
            right_usual_.by_others,
        (right_.sums[r] - first - second) * left_usual_.by_others_of_two,
        most_);
  }

  std::vector<PathStep> TraceBack() const {
    std::vector<PathStep> path;
    int i = left_usual_.size, j = right_usual_.size;
    while (i > 0 || j > 0) {
      const auto row = static_cast<std::size_t>(i);
      const PathStep step =
          kSteps[steps_[starts_[row] +
                        static_cast<std::size_t>(j - band_.first[row])]];
      path.push_back(step);
      i -= step.left;
      j -= step.right;
    }
    std::reverse(path.begin(), path.end());
    return path;
  }

  const PathSide& left_;
  const PathSide& right_;
  const Band& band_;
  const Usual left_usual_;
  const Usual right_usual_;
  const float most_;  // gain of a pair of equal sentences
  BandProducts products_;
  NodeRow current_, last_, before_last_;
  std::vector<std::size_t> starts_;  // of the rows of steps_
  std::vector<std::uint8_t> steps_;  // the last step into each node
};

// Rows begin..end summed; without those that are not finite where asked for.
Eigen::RowVectorXf BlockSum(const RowMatrix& rows, Eigen::Index begin,
                            Eigen::Index end, bool finite_alone) {
  Eigen::RowVectorXf sum = Eigen::RowVectorXf::Zero(rows.cols());
  for (Eigen::Index i = begin; i < end; ++i) {
    if (!finite_alone || std::isfinite(rows.row(i).squaredNorm())) {
      sum += rows.row(i);
    }
  }
  return sum;
}

// In double from block to block: a sum of millions keeps its digits.
Eigen::VectorXd SumOfRows(const RowMatrix& rows) {
  constexpr Eigen::Index kBlock = 128;
  Eigen::VectorXd sum = Eigen::VectorXd::Zero(rows.cols());
  for (Eigen::Index i = 0; i < rows.rows(); i += kBlock) {
    const Eigen::Index end = std::min(i + kBlock, rows.rows());
    Eigen::RowVectorXf block = BlockSum(rows, i, end, false);
    if (!block.allFinite()) block = BlockSum(rows, i, end, true);
    sum += block.transpose().cast<double>();
  }
  return sum;
}

}  // namespace

PathSide SideOf(const RowMatrix& rows, const RowMatrix& others) {
  PathSide side;
  side.rows = &rows;
  side.sums = rows * SumOfRows(others).cast<float>();
  for (float& sum : side.sums) {
    if (!std::isfinite(sum)) sum = 0;
  }
  side.pair_scales = Eigen::VectorXf::Zero(rows.rows());
  for (Eigen::Index i = 0; i + 1 < rows.rows(); ++i) {
    const float norm = (rows.row(i) + rows.row(i + 1)).norm();
    if (std::isfinite(norm) && norm > kShortest) {
      side.pair_scales[i] = 1 / norm;
    }
  }
  return side;
}

Band FullBand(int left_size, int right_size) {
  const auto rows = static_cast<std::size_t>(left_size) + 1;
  return {std::vector<int>(rows, 0), std::vector<int>(rows, right_size)};
}

std::vector<PathStep> BestPath(const PathSide& left, const PathSide& right,
                               const Band& band, float min_gain) {
  return PathFinder(left, right, band, min_gain).Find();
}

}  // namespace rashomon
