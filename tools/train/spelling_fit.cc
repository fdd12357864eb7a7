#include "tools/train/spelling_fit.h"

#include <Eigen/Eigenvalues>
#include <Eigen/SparseCore>
#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "engine/embed/spelling.h"
#include "engine/embed/word_vectors_format.h"

namespace rashomon {
namespace {

using Sparse = Eigen::SparseMatrix<float, Eigen::RowMajor>;

constexpr int kSolverSteps = 60;
constexpr std::size_t kHeldOut = 10;  // every tenth word

std::vector<std::uint32_t> GramsOf(const std::string& word) {
  std::vector<std::uint32_t> grams;
  for (const std::uint64_t gram : SpellingGrams(word)) {
    grams.push_back(word_vectors_format::GramHash(gram));
  }
  return grams;
}

// The most frequent n-grams, rising.
std::vector<std::uint32_t> ChooseGrams(
    const std::vector<std::vector<std::uint32_t>>& grams_of,
    const SpellingFitOptions& options) {
  std::map<std::uint32_t, int> counts;
  for (const auto& grams : grams_of) {
    for (const std::uint32_t gram : grams) ++counts[gram];
  }
  std::vector<std::pair<int, std::uint32_t>> by_count;
  for (const auto& [gram, count] : counts) {
    if (count >= options.min_words) by_count.push_back({-count, gram});
  }
  std::sort(by_count.begin(), by_count.end());
  by_count.resize(std::min(by_count.size(), options.max_grams));
  std::vector<std::uint32_t> chosen;
  for (const auto& [count, gram] : by_count) chosen.push_back(gram);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

// words x grams: 1 / the number of the word's n-grams for each that is there.
Sparse Design(const std::vector<std::vector<std::uint32_t>>& grams_of,
              const std::vector<std::uint32_t>& chosen) {
  std::vector<Eigen::Triplet<float>> cells;
  for (std::size_t i = 0; i < grams_of.size(); ++i) {
    for (const std::uint32_t gram : grams_of[i]) {
      const auto at = std::lower_bound(chosen.begin(), chosen.end(), gram);
      if (at == chosen.end() || *at != gram) continue;
      cells.emplace_back(static_cast<int>(i),
                         static_cast<int>(at - chosen.begin()),
                         1.0f / static_cast<float>(grams_of[i].size()));
    }
  }
  Sparse design(static_cast<Eigen::Index>(grams_of.size()),
                static_cast<Eigen::Index>(chosen.size()));
  design.setFromTriplets(cells.begin(), cells.end());
  return design;
}

// rank x d: the directions of most variance.
RowMatrix Basis(const RowMatrix& vectors, int rank) {
  const Eigen::MatrixXf products = vectors.transpose() * vectors;
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXf> solver(products);
  const Eigen::Index k = std::min<Eigen::Index>(rank, vectors.cols());
  return solver.eigenvectors().rightCols(k).transpose();
}

// (A'A + penalty) X = A'T by conjugate gradients, column by column at once.
RowMatrix Solve(const Sparse& a, const RowMatrix& targets, float penalty) {
  const Sparse transposed = a.transpose();
  RowMatrix x = RowMatrix::Zero(a.cols(), targets.cols());
  RowMatrix residual = transposed * targets;
  RowMatrix direction = residual;
  Eigen::RowVectorXf squares = residual.colwise().squaredNorm();
  for (int step = 0; step < kSolverSteps; ++step) {
    const RowMatrix through = a * direction;
    const RowMatrix image = transposed * through + penalty * direction;
    const Eigen::RowVectorXf curvature =
        direction.cwiseProduct(image).colwise().sum();
    const Eigen::RowVectorXf length =
        squares.array() / curvature.array().max(1e-30f);
    x += direction * length.asDiagonal();
    residual -= image * length.asDiagonal();
    const Eigen::RowVectorXf next = residual.colwise().squaredNorm();
    const Eigen::RowVectorXf ratio = next.array() / squares.array().max(1e-30f);
    direction = residual + direction * ratio.asDiagonal();
    squares = next;
  }
  return x;
}

}  // namespace

FittedSpelling FitSpelling(const std::vector<std::string>& words,
                           const RowMatrix& vectors,
                           const SpellingFitOptions& options) {
  std::vector<std::vector<std::uint32_t>> grams_of;
  for (const std::string& word : words) grams_of.push_back(GramsOf(word));
  FittedSpelling fitted;
  SpellingModel& model = fitted.model;
  model.grams = ChooseGrams(grams_of, options);
  model.basis = Basis(vectors, options.rank);
  const RowMatrix targets = vectors * model.basis.transpose();
  const Sparse design = Design(grams_of, model.grams);

  std::vector<Eigen::Triplet<float>> keep;
  for (Eigen::Index i = 0; i < design.rows(); ++i) {
    if (static_cast<std::size_t>(i) % kHeldOut != 0) {
      keep.emplace_back(static_cast<int>(i), static_cast<int>(i), 1.0f);
    }
  }
  Sparse mask(design.rows(), design.rows());
  mask.setFromTriplets(keep.begin(), keep.end());
  const Sparse rest = mask * design;
  const RowMatrix trial = Solve(rest, mask * targets, options.penalty);
  const RowMatrix foretold = (design * trial) * model.basis;
  int n = 0;
  for (Eigen::Index i = 0; i < foretold.rows();
       i += static_cast<Eigen::Index>(kHeldOut), ++n) {
    const float norm = foretold.row(i).norm() * vectors.row(i).norm();
    if (norm > 0) {
      fitted.held_out_cosine += foretold.row(i).dot(vectors.row(i)) / norm;
    }
  }
  if (n > 0) fitted.held_out_cosine /= n;
  model.coordinates = Solve(design, targets, options.penalty);
  return fitted;
}

}  // namespace rashomon
