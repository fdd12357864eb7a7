// Which pairs may be among the best, when their products are known within
// bounds.
//
//   Shortlists lists(queries, 10);
//   if (most >= lists.thresholds()[q]) lists.Add(q, row, least, most);
//   lists.Take([&](std::size_t q, std::span<const Neighbor> rows) { ... });
#ifndef RASHOMON_ENGINE_SEARCH_SHORTLISTS_H_
#define RASHOMON_ENGINE_SEARCH_SHORTLISTS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "engine/search/neighbors.h"

namespace rashomon {

// For each of `lists` lists the pairs whose products may be among its k
// largest: those that reach the k-th largest of what the others are at least.
// Memory: lists * k floats, and the pairs that are left.
class Shortlists {
 public:
  // Products below `least` are never among them.
  explicit Shortlists(
      std::size_t lists, std::size_t k,
      float least = -std::numeric_limits<float>::infinity())
      : k_(k), thresholds_(lists, least), heaps_(lists * k, least) {}

  // Of each list. A pair that stays below it will never be among the best.
  const float* thresholds() const { return thresholds_.data(); }

  // A pair that reaches the threshold: its product is in [least, most].
  void Add(std::size_t list, std::uint32_t other, float least, float most) {
    if (least > thresholds_[list]) {
      ReplaceLeast(heaps_.data() + list * k_, least);
      thresholds_[list] = heaps_[list * k_];
    }
    if (pairs_.size() >= prune_at_) Prune();
    pairs_.push_back({static_cast<std::uint32_t>(list), other, most});
  }

  // Calls visit(list, neighbors) for each list that has any, with what their
  // scores are at most, largest first. Leaves nothing behind.
  template <typename Visit>
  void Take(const Visit& visit) {
    Prune();
    std::vector<std::size_t> begin(thresholds_.size() + 1, 0);
    for (const Pair& pair : pairs_) ++begin[pair.list + 1];
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    std::vector<Neighbor> sorted(pairs_.size());
    std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
    for (const Pair& pair : std::exchange(pairs_, {})) {
      sorted[next[pair.list]++] = {static_cast<int>(pair.other), pair.most};
    }
    for (std::size_t i = 0; i + 1 < begin.size(); ++i) {
      if (begin[i] == begin[i + 1]) continue;
      const std::span<Neighbor> own(sorted.data() + begin[i],
                                    begin[i + 1] - begin[i]);
      std::sort(own.begin(), own.end(), IsBetter);
      visit(i, std::span<const Neighbor>(own));
    }
  }

 private:
  struct Pair {
    std::uint32_t list = 0;
    std::uint32_t other = 0;
    float most = 0;
  };

  // The heap has its least in front, and k values from the start.
  void ReplaceLeast(float* heap, float value) const {
    std::size_t at = 0;
    while (true) {
      std::size_t child = 2 * at + 1;
      if (child >= k_) break;
      if (child + 1 < k_ && heap[child + 1] < heap[child]) ++child;
      if (heap[child] >= value) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = value;
  }

  void Prune() {
    std::erase_if(pairs_, [this](const Pair& pair) {
      return pair.most < thresholds_[pair.list];
    });
    prune_at_ = std::max(kPruneAt, 2 * pairs_.size());
  }

  static constexpr std::size_t kPruneAt = 1 << 15;

  std::size_t k_;
  std::vector<float> thresholds_;
  std::vector<float> heaps_;  // k of each list
  std::vector<Pair> pairs_;   // in the order they came
  std::size_t prune_at_ = kPruneAt;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_SHORTLISTS_H_
