#include "engine/align/long_aligner.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "engine/align/banded_path.h"

namespace rashomon {
namespace {

// Coarse rows that share half of what they sum are partners, too: any gain
// over the usual counts.
constexpr float kCoarseMinGain = 0;

int SizeOf(const RowMatrix& rows) { return static_cast<int>(rows.rows()); }

// Rows 2i and 2i + 1 summed, of unit length; what is not finite counts as 0.
RowMatrix Halved(const RowMatrix& rows) {
  RowMatrix halved((rows.rows() + 1) / 2, rows.cols());
  for (Eigen::Index i = 0; i < halved.rows(); ++i) {
    halved.row(i).setZero();
    for (Eigen::Index k = 2 * i; k < std::min(2 * i + 2, rows.rows()); ++k) {
      if (std::isfinite(rows.row(k).squaredNorm()))
        halved.row(i) += rows.row(k);
    }
  }
  NormalizeRows(&halved);
  return halved;
}

// Both sides from fine to coarse; level 0 is the input itself.
class Pyramid {
 public:
  Pyramid(const RowMatrix& left, const RowMatrix& right,
          std::int64_t full_pairs)
      : left_(left), right_(right) {
    while (this->left().rows() > 1 && this->right().rows() > 1 &&
           this->left().rows() * this->right().rows() > full_pairs) {
      RowMatrix coarse_left = Halved(this->left());
      levels_.emplace_back(std::move(coarse_left), Halved(this->right()));
    }
  }
  // Of the coarsest level that is left.
  const RowMatrix& left() const {
    return levels_.empty() ? left_ : levels_.back().first;
  }
  const RowMatrix& right() const {
    return levels_.empty() ? right_ : levels_.back().second;
  }
  bool at_input() const { return levels_.empty(); }
  void DropCoarsest() { levels_.pop_back(); }

 private:
  const RowMatrix& left_;
  const RowMatrix& right_;
  std::vector<std::pair<RowMatrix, RowMatrix>> levels_;
};

// The nodes that a path passes: the band of radius 0.
Band NodesOf(const std::vector<PathStep>& path, int left_size) {
  const auto rows = static_cast<std::size_t>(left_size) + 1;
  Band nodes{std::vector<int>(rows), std::vector<int>(rows)};
  std::size_t i = 0;
  int j = 0;
  for (const PathStep& step : path) {
    for (int k = 1; k <= step.left; ++k) {
      nodes.first[i + static_cast<std::size_t>(k)] = j;
    }
    for (int k = 0; k < step.left; ++k) {
      nodes.last[i + static_cast<std::size_t>(k)] = j + step.right;
    }
    i += step.left;
    j += step.right;
  }
  nodes.last[i] = j;
  return nodes;
}

// The nodes of the next finer level that lie within `radius` of a coarse path,
// in rows and in columns.
Band Refined(const Band& coarse, int left_size, int right_size, int radius) {
  const int rows = static_cast<int>(coarse.first.size());
  Band fine;
  for (int i = 0; i <= left_size; ++i) {
    const int above = std::max(i - radius, 0) / 2;
    // Sums of an odd number: radius may be as large as an int.
    const std::int64_t below = (std::int64_t{i} + radius + 1) / 2;
    const auto lowest =
        static_cast<std::size_t>(std::min<std::int64_t>(below, rows - 1));
    const int first = 2 * coarse.first[static_cast<std::size_t>(above)];
    const std::int64_t last = 2 * std::int64_t{coarse.last[lowest]} + radius;
    fine.first.push_back(std::clamp(first - radius, 0, right_size));
    fine.last.push_back(
        static_cast<int>(std::min<std::int64_t>(last, right_size)));
  }
  return fine;
}

float Similarity(const RowMatrix& left, const RowMatrix& right,
                 const LongStep& step) {
  if (step.left_count == 0 || step.right_count == 0) return 0;
  Eigen::RowVectorXf l = left.row(step.left);
  Eigen::RowVectorXf r = right.row(step.right);
  if (step.left_count > 1) l += left.row(step.left + 1);
  if (step.right_count > 1) r += right.row(step.right + 1);
  const float norms = l.norm() * r.norm();
  const float cosine = norms > 1e-12f ? l.dot(r) / norms : 0;
  return std::isfinite(cosine) ? std::clamp(cosine, -1.0f, 1.0f) : 0;
}

std::vector<LongStep> StepsOf(const std::vector<PathStep>& path,
                              const RowMatrix& left, const RowMatrix& right) {
  std::vector<LongStep> steps;
  steps.reserve(path.size());
  int i = 0, j = 0;
  for (const PathStep& p : path) {
    LongStep step{i, p.left, j, p.right, 0};
    step.similarity = Similarity(left, right, step);
    steps.push_back(step);
    i += p.left;
    j += p.right;
  }
  return steps;
}

std::vector<LongStep> AllAlone(int left_size, int right_size) {
  std::vector<LongStep> steps;
  for (int i = 0; i < left_size; ++i) steps.push_back({i, 1, 0, 0, 0});
  for (int j = 0; j < right_size; ++j) {
    steps.push_back({left_size, 0, j, 1, 0});
  }
  return steps;
}

std::vector<PathStep> PathIn(const RowMatrix& left, const RowMatrix& right,
                             const Band& band, float min_gain) {
  return BestPath(SideOf(left, right), SideOf(right, left), band, min_gain);
}

}  // namespace

std::vector<LongStep> AlignLong(const RowMatrix& left, const RowMatrix& right,
                                const LongAlignerOptions& options) {
  if (left.rows() == 0 || right.rows() == 0 || left.cols() == 0 ||
      left.cols() != right.cols()) {
    return AllAlone(SizeOf(left), SizeOf(right));
  }
  const int radius = std::max(options.radius, 1);
  Pyramid pyramid(left, right, options.full_pairs);
  Band band = FullBand(SizeOf(pyramid.left()), SizeOf(pyramid.right()));
  while (!pyramid.at_input()) {
    const std::vector<PathStep> path =
        PathIn(pyramid.left(), pyramid.right(), band, kCoarseMinGain);
    const Band nodes = NodesOf(path, SizeOf(pyramid.left()));
    pyramid.DropCoarsest();
    band =
        Refined(nodes, SizeOf(pyramid.left()), SizeOf(pyramid.right()), radius);
  }
  return StepsOf(PathIn(left, right, band, options.min_gain), left, right);
}

}  // namespace rashomon
