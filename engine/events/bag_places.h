// Cosines of one bag with each of many, by where each stem stands: most pairs
// of sentences share few stems or none.
//
//   const BagPlaces<int> places(bags);
//   std::vector<double> cosines = places.CosinesWith(bag);
#ifndef RASHOMON_ENGINE_EVENTS_BAG_PLACES_H_
#define RASHOMON_ENGINE_EVENTS_BAG_PLACES_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "engine/events/stem_bag.h"

namespace rashomon {

// Immutable after construction; thread-safe.
template <typename Key>
class BagPlaces {
 public:
  // Keeps references to keys: the bags outlive this. O(stems).
  explicit BagPlaces(std::span<const WeightedStems<Key>> bags) {
    for (std::size_t i = 0; i < bags.size(); ++i) {
      for (const auto& [key, weight] : bags[i].weights) {
        places_[key].push_back({i, weight});
      }
      norms_.push_back(bags[i].norm);
    }
  }

  // Cosine(bag, other) of each, to the bit: sums run in the order of the keys.
  // O(bags, and places of the bag's stems).
  std::vector<double> CosinesWith(const WeightedStems<Key>& bag) const {
    std::vector<double> cosines(norms_.size(), 0.0);
    for (const auto& [key, weight] : bag.weights) {
      const auto at = places_.find(key);
      if (at == places_.end()) continue;
      for (const Place& p : at->second) cosines[p.bag] += weight * p.weight;
    }
    for (std::size_t i = 0; i < cosines.size(); ++i) {
      if (cosines[i] != 0) cosines[i] /= bag.norm * norms_[i];
    }
    return cosines;
  }

 private:
  using View = std::conditional_t<std::is_same_v<Key, std::string>,
                                  std::string_view, Key>;
  struct Place {
    std::size_t bag = 0;
    double weight = 0;
  };

  absl::flat_hash_map<View, absl::InlinedVector<Place, 2>> places_;
  std::vector<double> norms_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EVENTS_BAG_PLACES_H_
