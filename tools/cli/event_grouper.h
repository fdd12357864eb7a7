// Items that arrive one after another, put into groups of the same kind.
//
//   EventGrouper<ReadArticle> grouper(
//       [&](const ReadArticle& a, const ReadArticle& b) { ... });
//   grouper.Add(article) == 1;      // the number of its event, from 1
//
// A new item joins the group that holds the item most like it, or starts one.
#ifndef RASHOMON_TOOLS_CLI_EVENT_GROUPER_H_
#define RASHOMON_TOOLS_CLI_EVENT_GROUPER_H_

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace rashomon {

template <typename Item>
class EventGrouper {
 public:
  // How like two items are; nothing where they are not of one group.
  using Likeness =
      std::function<std::optional<double>(const Item&, const Item&)>;

  explicit EventGrouper(Likeness likeness) : likeness_(std::move(likeness)) {}

  // The number of the item's group, from 1. Calls the likeness at most
  // kKeptOfGroup times for each group there is.
  std::size_t Add(Item item) {
    std::size_t best_group = groups_.size();
    double best = 0;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      for (const Item& other : groups_[g]) {
        const std::optional<double> like = likeness_(item, other);
        if (like && (best_group == groups_.size() || *like > best)) {
          best_group = g;
          best = *like;
        }
      }
    }
    if (best_group == groups_.size()) groups_.emplace_back();
    Keep(std::move(item), &groups_[best_group]);
    return best_group + 1;
  }

  std::size_t groups() const { return groups_.size(); }

 private:
  // The newest of a group speak for it: a story moves on.
  static constexpr std::size_t kKeptOfGroup = 8;

  static void Keep(Item item, std::deque<Item>* group) {
    group->push_back(std::move(item));
    if (group->size() > kKeptOfGroup) group->pop_front();
  }

  Likeness likeness_;
  std::vector<std::deque<Item>> groups_;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_EVENT_GROUPER_H_
