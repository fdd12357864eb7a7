// Bags of rare stems: what a text is about, compared.
//
//   NumberedBag a = BagOfSorted<int>(numbers_of_a, key, rarity);
//   Cosine(a, b)
//
// A bag's keys are the stems themselves or numbers in the order of the stems:
// sums run in the same order either way, and give the same bits.
#ifndef RASHOMON_ENGINE_EVENTS_STEM_BAG_H_
#define RASHOMON_ENGINE_EVENTS_STEM_BAG_H_

#include <cmath>
#include <compare>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace rashomon {

// Stems with weights above 0, sorted by key: sums over two bags run in the same
// order whichever comes first, so that swapping them changes no bit.
template <typename Key>
struct WeightedStems {
  std::vector<std::pair<Key, double>> weights;
  double norm = 0;   // Euclidean
  double total = 0;  // of the rarity of each stem, term frequency left aside
};
using StemBag = WeightedStems<std::string>;
using NumberedBag = WeightedStems<int>;

// Stems that make up more than e^-6 (1 in 400) of news say nothing about the
// event; weights count from e^-5 down. Chosen by looking at data/events
// neus_train: cosines over these weights parted its events best in a trial
// outside this code.
inline constexpr double kCommonStem = 6.0;
inline constexpr double kStemFloor = 5.0;

// The bag of sorted items, each as often as its stem stands. key(item) is the
// stem as a key, rarity(item) its WordCounts::Rarity, above kCommonStem.
template <typename Key, typename Item, typename KeyOf, typename RarityOf>
WeightedStems<Key> BagOfSorted(const std::vector<Item>& items,
                               const KeyOf& key, const RarityOf& rarity) {
  WeightedStems<Key> bag;
  bag.weights.reserve(items.size());
  double squares = 0;
  for (std::size_t i = 0; i < items.size();) {
    std::size_t end = i + 1;
    while (end < items.size() && items[end] == items[i]) ++end;
    const double excess = rarity(items[i]) - kStemFloor;
    const double weight =
        end - i == 1  // of most
            ? excess
            : (1 + std::log(static_cast<int>(end - i))) * excess;
    bag.weights.emplace_back(key(items[i]), weight);
    bag.total += excess;
    squares += weight * weight;
    i = end;
  }
  bag.norm = std::sqrt(squares);
  return bag;
}

// 0..1; 0 where either is empty. O(stems).
template <typename Key>
double Cosine(const WeightedStems<Key>& a, const WeightedStems<Key>& b) {
  if (a.norm == 0 || b.norm == 0) return 0;
  double dot = 0;
  auto i = a.weights.begin();
  auto j = b.weights.begin();
  while (i != a.weights.end() && j != b.weights.end()) {
    const auto order = i->first <=> j->first;
    if (order == 0) dot += i->second * j->second;
    if (order <= 0) ++i;
    if (order >= 0) ++j;
  }
  return dot / (a.norm * b.norm);
}

// Share of the rarity of `part` that also stands in `whole`, 0..1.
template <typename Key>
double Coverage(const WeightedStems<Key>& part,
                const WeightedStems<Key>& whole) {
  if (part.total == 0) return 0;
  double all = 0, shared = 0;
  auto j = whole.weights.begin();
  for (const auto& [stem, weight] : part.weights) {
    while (j != whole.weights.end() && j->first < stem) ++j;
    all += weight;
    if (j != whole.weights.end() && j->first == stem) shared += weight;
  }
  return shared / all;
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_STEM_BAG_H_
