// Which of n items belong together (union by least item).
//
//   DisjointSets sets(3);
//   sets.Join(0, 2);
//   sets.Of(2) == 0;
#ifndef RASHOMON_ENGINE_STORY_DISJOINT_SETS_H_
#define RASHOMON_ENGINE_STORY_DISJOINT_SETS_H_

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace rashomon {

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t items) : parent_(items) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  // The least item of the set.
  std::size_t Of(std::size_t item) {
    while (parent_[item] != item) {
      parent_[item] = parent_[parent_[item]];
      item = parent_[item];
    }
    return item;
  }

  void Join(std::size_t a, std::size_t b) {
    a = Of(a);
    b = Of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  // The members of each set, in order of their least items.
  std::vector<std::vector<std::size_t>> Groups() {
    std::vector<std::vector<std::size_t>> by_least(parent_.size());
    for (std::size_t i = 0; i < parent_.size(); ++i) {
      by_least[Of(i)].push_back(i);
    }
    std::erase_if(by_least, [](const auto& group) { return group.empty(); });
    return by_least;
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_DISJOINT_SETS_H_
