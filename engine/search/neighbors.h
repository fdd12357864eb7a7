// The best few of what is offered.
//
//   BestNeighbors best(10);
//   best.Offer({row, score});
//   std::vector<Neighbor> sorted = best.Take();
#ifndef RASHOMON_ENGINE_SEARCH_NEIGHBORS_H_
#define RASHOMON_ENGINE_SEARCH_NEIGHBORS_H_

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace rashomon {

struct Neighbor {
  int row = 0;      // of the collection
  float score = 0;  // inner product
};

// The order of results: higher scores first, equal ones by row.
inline bool IsBetter(const Neighbor& a, const Neighbor& b) {
  return a.score != b.score ? a.score > b.score : a.row < b.row;
}

// Keeps the best `k` of what is offered, in any order. An offer costs O(log k).
class BestNeighbors {
 public:
  explicit BestNeighbors(std::size_t k = 0) : k_(k) {}

  // What a score must reach to change anything.
  float threshold() const {
    return heap_.size() < k_ ? -std::numeric_limits<float>::infinity()
                             : heap_.front().score;
  }

  void Offer(const Neighbor& candidate) {
    if (heap_.size() < k_) {
      if (heap_.empty()) heap_.reserve(std::min(k_, kUsual));
      heap_.push_back(candidate);
      std::push_heap(heap_.begin(), heap_.end(), IsBetter);
    } else if (k_ > 0 && IsBetter(candidate, heap_.front())) {
      std::pop_heap(heap_.begin(), heap_.end(), IsBetter);
      heap_.back() = candidate;
      std::push_heap(heap_.begin(), heap_.end(), IsBetter);
    }
  }

  void OfferAll(const BestNeighbors& other) {
    for (const Neighbor& n : other.heap_) Offer(n);
  }

  // Best first. Leaves nothing behind.
  std::vector<Neighbor> Take() {
    std::sort_heap(heap_.begin(), heap_.end(), IsBetter);
    return std::exchange(heap_, {});
  }

 private:
  static constexpr std::size_t kUsual = 16;

  std::size_t k_;
  std::vector<Neighbor> heap_;  // the worst kept in front
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_NEIGHBORS_H_
