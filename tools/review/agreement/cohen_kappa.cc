#include "tools/review/agreement/cohen_kappa.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace rashomon {
namespace {

// Shares of the items by what the two said.
struct Shares {
  int categories = 0;
  std::vector<double> cells;   // categories x categories, first x second
  std::vector<double> first;   // sums
  std::vector<double> second;

  double at(int i, int j) const {
    return cells[static_cast<std::size_t>(i * categories + j)];
  }
};

Shares SharesOf(const std::vector<RatedPair>& rated) {
  Shares s;
  for (const RatedPair& pair : rated) {
    s.categories = std::max({s.categories, pair.first + 1, pair.second + 1});
  }
  const auto size = static_cast<std::size_t>(s.categories);
  s.cells.resize(size * size);
  s.first.resize(size);
  s.second.resize(size);
  const double one = 1 / static_cast<double>(rated.size());
  for (const RatedPair& pair : rated) {
    s.cells[static_cast<std::size_t>(pair.first * s.categories +
                                     pair.second)] += one;
    s.first[static_cast<std::size_t>(pair.first)] += one;
    s.second[static_cast<std::size_t>(pair.second)] += one;
  }
  return s;
}

// Fleiss, Cohen and Everitt (1969), formula 13, for weights 0 and 1.
double StandardError(const Shares& s, const Kappa& k) {
  const double rest = 1 - k.kappa;
  double agreeing = 0;
  double differing = 0;
  for (int i = 0; i < s.categories; ++i) {
    for (int j = 0; j < s.categories; ++j) {
      const auto first = static_cast<std::size_t>(i);
      const auto second = static_cast<std::size_t>(j);
      if (i == j) {
        const double factor = 1 - (s.first[first] + s.second[first]) * rest;
        agreeing += s.at(i, i) * factor * factor;
      } else {
        const double sum = s.second[first] + s.first[second];
        differing += s.at(i, j) * sum * sum;
      }
    }
  }
  const double chance = k.kappa - k.expected * rest;
  const double variance =
      (agreeing + rest * rest * differing - chance * chance) /
      (static_cast<double>(k.items) * (1 - k.expected) * (1 - k.expected));
  return std::sqrt(std::max(0.0, variance));
}

}  // namespace

std::optional<Kappa> CohenKappa(const std::vector<RatedPair>& rated) {
  if (rated.empty()) return std::nullopt;
  const Shares s = SharesOf(rated);
  Kappa k;
  k.items = static_cast<std::int64_t>(rated.size());
  for (int i = 0; i < s.categories; ++i) {
    k.observed += s.at(i, i);
    k.expected += s.first[static_cast<std::size_t>(i)] *
                  s.second[static_cast<std::size_t>(i)];
  }
  constexpr double kNoChance = 1e-12;
  if (1 - k.expected < kNoChance) return std::nullopt;
  k.kappa = (k.observed - k.expected) / (1 - k.expected);
  k.standard_error = StandardError(s, k);
  const double half = kNormal95 * k.standard_error;
  k.interval = {std::max(-1.0, k.kappa - half),
                std::min(1.0, k.kappa + half)};
  return k;
}

}  // namespace rashomon
