#include "engine/search/sign_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/search/sign_kernel.h"

namespace rashomon {
namespace {

constexpr std::size_t kGroup = 8;    // columns of a byte of codes
constexpr std::size_t kTable = 16;   // for four signs
// Factors, and sums of a query, whose products stay far from infinity.
constexpr float kMostFactor = 1e7f;
constexpr double kMostSum = 1e30;
// Rows between two looks at how many candidates there are.
constexpr std::size_t kBlock = 64 * kSignBundle;

float FactorOf(const float* row, std::size_t d) {
  double squares = 0, sizes = 0;
  for (std::size_t c = 0; c < d; ++c) {
    squares += double{row[c]} * row[c];
    sizes += std::abs(row[c]);
  }
  return sizes > 0 ? static_cast<float>(squares / sizes) : 0;
}

// Two of them are added in 8 bits, all of them in 16.
double LevelsFor(std::size_t tables) {
  return std::min(127.0, std::floor(65535.0 / static_cast<double>(tables)));
}

bool IsBefore(const Candidate& a, const Candidate& b) {
  return a.product != b.product ? a.product > b.product : a.row < b.row;
}

// Leaves the best `count`, of which there are more, and gives the worst of them.
float Prune(std::size_t count, std::vector<Candidate>* candidates) {
  const auto worst =
      candidates->begin() + static_cast<std::ptrdiff_t>(count) - 1;
  std::nth_element(candidates->begin(), worst, candidates->end(), IsBefore);
  candidates->resize(count);
  return candidates->back().product;
}

}  // namespace

SignRows SignRowsOf(const RowMatrix& matrix) {
  SignRows signs;
  signs.size = static_cast<std::size_t>(matrix.rows());
  const auto d = static_cast<std::size_t>(matrix.cols());
  signs.groups = (d + kGroup - 1) / kGroup;
  const std::size_t rows =
      (signs.size + kSignBundle - 1) / kSignBundle * kSignBundle;
  signs.codes.assign(rows * signs.groups, 0);
  signs.factors.assign(rows, 0);
  for (std::size_t j = 0; j < signs.size; ++j) {
    const float* row = matrix.data() + j * d;
    signs.factors[j] = FactorOf(row, d);
    signs.finite = signs.finite && signs.factors[j] < kMostFactor;
    std::uint8_t* codes = signs.codes.data() +
                          j / kSignBundle * kSignBundle * signs.groups +
                          j % kSignBundle;
    for (std::size_t c = 0; c < d; ++c) {
      const int bit = row[c] > 0 ? 1 << c % kGroup : 0;
      codes[c / kGroup * kSignBundle] |= static_cast<std::uint8_t>(bit);
    }
  }
  return signs;
}

SignQuery SignQueryOf(const float* query, std::size_t d) {
  SignQuery q;
  const std::size_t tables = (d + kGroup - 1) / kGroup * 2;
  q.tables.assign(tables * kTable, 0);
  const auto size_of = [&](std::size_t c) {
    return c < d ? std::abs(double{query[c]}) : 0;
  };
  double largest = 0, all = 0;
  for (std::size_t t = 0; t < tables; ++t) {
    double sizes = 0;
    for (std::size_t c = 4 * t; c < 4 * t + 4; ++c) sizes += size_of(c);
    largest = std::max(largest, 2 * sizes);
    all += sizes;
  }
  q.finite = all < kMostSum;
  if (!q.finite || all == 0) return q;
  const double step = largest / LevelsFor(tables);
  q.step = static_cast<float>(step);
  q.least = static_cast<float>(-all);
  for (std::size_t t = 0; t < tables; ++t) {
    for (std::size_t signs = 0; signs < kTable; ++signs) {
      double agreeing = 0;
      for (std::size_t k = 0; k < 4; ++k) {
        const std::size_t c = 4 * t + k;
        const bool positive = c < d && query[c] > 0;
        if (positive == ((signs >> k & 1) != 0)) agreeing += 2 * size_of(c);
      }
      q.tables[t * kTable + signs] =
          static_cast<std::uint8_t>(std::round(agreeing / step));
    }
  }
  return q;
}

std::vector<Candidate> BestCandidates(SimdTarget target, const SignRows& rows,
                                      const SignQuery& query,
                                      std::size_t count) {
  std::vector<Candidate> candidates;
  count = std::min(count, rows.size);
  if (count == 0) return candidates;
  candidates.reserve(4 * count + kBlock);
  float threshold = -std::numeric_limits<float>::infinity();
  // Before a threshold stands, every row is a candidate; and while it is that
  // of few rows, many are.
  std::size_t block = (2 * count / kSignBundle + 1) * kSignBundle;
  for (std::size_t first = 0; first < rows.size; first += block) {
    if (first > 0) block = std::min(first, kBlock);
    AppendCandidates(target, rows, query, first,
                     std::min(rows.size, first + block), threshold,
                     &candidates);
    if (candidates.size() > 2 * count) threshold = Prune(count, &candidates);
  }
  if (candidates.size() > count) Prune(count, &candidates);
  return candidates;
}

}  // namespace rashomon
