// Many lists in one piece of memory: the items of group 0, those of group 1 ...
//
//   GroupedLists<Neighbor> lists;
//   lists.Add(neighbor);                 // to the group that is being made
//   lists.EndGroup();
//   for (const Neighbor& n : lists[0]) ...
//
//   // Of items in any order, each with its group:
//   const auto lists = GroupedLists<Neighbor>::Of(groups, items);
#ifndef RASHOMON_ENGINE_BASE_GROUPED_LISTS_H_
#define RASHOMON_ENGINE_BASE_GROUPED_LISTS_H_

#include <cstddef>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace rashomon {

template <typename Item>
class GroupedLists {
 public:
  GroupedLists() = default;

  // Items of a group stay in their order. `items`: pairs of a group, from 0 on,
  // and an item. O(groups + items).
  static GroupedLists Of(std::size_t groups,
                         const std::vector<std::pair<int, Item>>& items) {
    GroupedLists lists;
    lists.begin_.assign(groups + 1, 0);
    for (const auto& [group, item] : items) {
      ++lists.begin_[static_cast<std::size_t>(group) + 1];
    }
    std::partial_sum(lists.begin_.begin(), lists.begin_.end(),
                     lists.begin_.begin());
    lists.items_.resize(items.size());
    std::vector<std::size_t> next = lists.begin_;
    for (const auto& [group, item] : items) {
      lists.items_[next[static_cast<std::size_t>(group)]++] = item;
    }
    return lists;
  }

  void Add(const Item& item) { items_.push_back(item); }
  void EndGroup() { begin_.push_back(items_.size()); }

  std::size_t size() const { return begin_.size() - 1; }  // groups
  // Holds until something is added.
  std::span<const Item> operator[](int group) const {
    const auto at = static_cast<std::size_t>(group);
    return {items_.data() + begin_[at], begin_[at + 1] - begin_[at]};
  }

 private:
  std::vector<std::size_t> begin_ = {0};  // of each group, and the end
  std::vector<Item> items_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_GROUPED_LISTS_H_
