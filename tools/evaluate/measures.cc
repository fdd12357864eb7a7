#include "tools/evaluate/measures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace rashomon {
namespace {

double Mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) /
         static_cast<double>(values.size());
}

double Share(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0
                    : static_cast<double>(part) / static_cast<double>(whole);
}

// Rank of each value, from 1; equal values share the mean of their ranks.
std::vector<double> Ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return values[a] < values[b];
  });
  std::vector<double> ranks(values.size());
  for (std::size_t begin = 0, end; begin < order.size(); begin = end) {
    end = begin;
    while (end < order.size() && values[order[end]] == values[order[begin]]) {
      ++end;
    }
    const double mean_rank = 0.5 * static_cast<double>(begin + 1 + end);
    for (std::size_t i = begin; i < end; ++i) ranks[order[i]] = mean_rank;
  }
  return ranks;
}

}  // namespace

double PearsonCorrelation(const std::vector<double>& a,
                          const std::vector<double>& b) {
  if (a.empty() || a.size() != b.size()) return 0;
  const double mean_a = Mean(a);
  const double mean_b = Mean(b);
  double covariance = 0;
  double variance_a = 0;
  double variance_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    covariance += (a[i] - mean_a) * (b[i] - mean_b);
    variance_a += (a[i] - mean_a) * (a[i] - mean_a);
    variance_b += (b[i] - mean_b) * (b[i] - mean_b);
  }
  const double scale = std::sqrt(variance_a * variance_b);
  return scale > 0 ? covariance / scale : 0;
}

double SpearmanCorrelation(const std::vector<double>& a,
                           const std::vector<double>& b) {
  return PearsonCorrelation(Ranks(a), Ranks(b));
}

double MatchCounts::precision() const { return Share(right, found); }
double MatchCounts::recall() const { return Share(right, gold); }
double MatchCounts::f1() const { return HarmonicMean(precision(), recall()); }

MatchCounts& MatchCounts::operator+=(const MatchCounts& other) {
  right += other.right;
  found += other.found;
  gold += other.gold;
  return *this;
}

double HarmonicMean(double a, double b) {
  return a + b > 0 ? 2 * a * b / (a + b) : 0;
}

}  // namespace rashomon
