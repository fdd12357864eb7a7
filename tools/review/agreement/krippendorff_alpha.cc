#include "tools/review/agreement/krippendorff_alpha.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>

namespace rashomon {
namespace {

constexpr std::uint64_t kSeed = 20260307;

// Of one item: how often each category was said, and how many pairs of its
// ratings differ, each pair in both orders, over ratings - 1.
struct Item {
  std::vector<int> counts;
  int ratings = 0;
  double disagreement = 0;
};

Item ItemOf(const std::vector<int>& ratings, int categories) {
  Item item;
  item.counts.resize(static_cast<std::size_t>(categories));
  item.ratings = static_cast<int>(ratings.size());
  for (const int rating : ratings) {
    ++item.counts[static_cast<std::size_t>(rating)];
  }
  double alike = 0;
  for (const int count : item.counts) alike += count * (count - 1.0);
  item.disagreement =
      (item.ratings * (item.ratings - 1.0) - alike) / (item.ratings - 1.0);
  return item;
}

// What is added up over items.
struct Sums {
  std::vector<double> counts;
  double ratings = 0;
  double disagreement = 0;

  void Add(const Item& item) {
    counts.resize(item.counts.size());
    for (std::size_t c = 0; c < counts.size(); ++c) {
      counts[c] += item.counts[c];
    }
    ratings += item.ratings;
    disagreement += item.disagreement;
  }
};

// alpha = 1 - observed / expected disagreement.
std::optional<double> AlphaOf(const Sums& sums) {
  double expected = sums.ratings * sums.ratings;
  for (const double count : sums.counts) expected -= count * count;
  if (sums.ratings < 2 || expected <= 0) return std::nullopt;
  return 1 - (sums.ratings - 1) * sums.disagreement / expected;
}

double Percentile(const std::vector<double>& sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(at));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double rest = at - std::floor(at);
  return sorted[below] * (1 - rest) + sorted[above] * rest;
}

Interval Bootstrap(const std::vector<Item>& items, int resamples) {
  // The engine's sequence is the same everywhere, std's distributions are not.
  std::mt19937_64 random(kSeed);
  std::vector<double> alphas;
  for (int draw = 0; draw < resamples; ++draw) {
    Sums sums;
    for (std::size_t n = 0; n < items.size(); ++n) {
      sums.Add(items[random() % items.size()]);
    }
    if (const std::optional<double> alpha = AlphaOf(sums)) {
      alphas.push_back(*alpha);
    }
  }
  if (alphas.empty()) return {-1, 1};
  std::sort(alphas.begin(), alphas.end());
  constexpr double kTail = 0.025;
  return {Percentile(alphas, kTail), Percentile(alphas, 1 - kTail)};
}

}  // namespace

std::optional<Alpha> KrippendorffAlpha(
    const std::vector<std::vector<int>>& items, int resamples) {
  int categories = 0;
  for (const std::vector<int>& ratings : items) {
    for (const int rating : ratings) {
      categories = std::max(categories, rating + 1);
    }
  }
  std::vector<Item> paired;
  Sums sums;
  for (const std::vector<int>& ratings : items) {
    if (ratings.size() < 2) continue;
    paired.push_back(ItemOf(ratings, categories));
    sums.Add(paired.back());
  }
  const std::optional<double> alpha = AlphaOf(sums);
  if (!alpha) return std::nullopt;
  Alpha result;
  result.items = static_cast<std::int64_t>(paired.size());
  result.ratings = static_cast<std::int64_t>(sums.ratings);
  result.alpha = *alpha;
  result.interval = Bootstrap(paired, resamples);
  return result;
}

}  // namespace rashomon
