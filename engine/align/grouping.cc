#include "engine/align/grouping.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "absl/container/flat_hash_map.h"

namespace rashomon {
namespace {

using PairMap = absl::flat_hash_map<std::uint64_t, double>;

std::uint64_t Key(int left, int right) {
  return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32) |
         static_cast<std::uint32_t>(right);
}

struct Probabilities {
  double least = 1;
  double mean = 0;
};

// Of all left x right pairs of a group; one that is not listed has 0.
Probabilities ProbabilitiesOf(const AlignedGroup& group,
                              const PairMap& probability) {
  Probabilities p;
  for (const int left : group.left) {
    for (const int right : group.right) {
      const auto at = probability.find(Key(left, right));
      const double of_pair = at == probability.end() ? 0 : at->second;
      p.least = std::min(p.least, of_pair);
      p.mean += of_pair;
    }
  }
  p.mean /= static_cast<double>(group.left.size() * group.right.size());
  return p;
}

// Which group a sentence is in; -1: none.
struct Membership {
  std::vector<int> left;
  std::vector<int> right;
};

AlignedGroup Join(const AlignedGroup& a, const AlignedGroup& b) {
  AlignedGroup joined = a;
  joined.left.insert(joined.left.end(), b.left.begin(), b.left.end());
  joined.right.insert(joined.right.end(), b.right.begin(), b.right.end());
  std::sort(joined.left.begin(), joined.left.end());
  std::sort(joined.right.begin(), joined.right.end());
  return joined;
}

class Grouper {
 public:
  Grouper(const std::vector<ScoredPair>& pairs, const GroupingOptions& options)
      : options_(options) {
    int lefts = 0;
    int rights = 0;
    for (const ScoredPair& pair : pairs) {
      probability_[Key(pair.left, pair.right)] = pair.probability;
      lefts = std::max(lefts, pair.left + 1);
      rights = std::max(rights, pair.right + 1);
    }
    of_.left.assign(static_cast<std::size_t>(lefts), -1);
    of_.right.assign(static_cast<std::size_t>(rights), -1);
  }

  void Offer(const ScoredPair& pair) {
    int& left_group = of_.left[static_cast<std::size_t>(pair.left)];
    int& right_group = of_.right[static_cast<std::size_t>(pair.right)];
    if (left_group >= 0 && left_group == right_group) return;
    const AlignedGroup left =
        left_group >= 0 ? GroupAt(left_group) : AlignedGroup{{pair.left}, {}};
    const AlignedGroup right = right_group >= 0 ? GroupAt(right_group)
                                                : AlignedGroup{{}, {pair.right}};
    AlignedGroup joined = Join(left, right);
    const auto limit = static_cast<std::size_t>(options_.max_side);
    if (joined.left.size() > limit || joined.right.size() > limit) return;
    const Probabilities p = ProbabilitiesOf(joined, probability_);
    if (p.least < options_.threshold) return;
    joined.confidence = p.mean;
    Replace(left_group, right_group, std::move(joined));
  }

  std::vector<AlignedGroup> Take() {
    std::erase_if(groups_, [](const AlignedGroup& g) { return g.left.empty(); });
    std::sort(groups_.begin(), groups_.end(),
              [](const AlignedGroup& a, const AlignedGroup& b) {
                return std::pair(a.left[0], a.right[0]) <
                       std::pair(b.left[0], b.right[0]);
              });
    return std::move(groups_);
  }

 private:
  const AlignedGroup& GroupAt(int group) const {
    return groups_[static_cast<std::size_t>(group)];
  }
  void Replace(int left_group, int right_group, AlignedGroup joined) {
    for (const int old : {left_group, right_group}) {
      if (old >= 0) groups_[static_cast<std::size_t>(old)] = AlignedGroup{};
    }
    const int id = static_cast<int>(groups_.size());
    for (const int i : joined.left) of_.left[static_cast<std::size_t>(i)] = id;
    for (const int j : joined.right) of_.right[static_cast<std::size_t>(j)] = id;
    groups_.push_back(std::move(joined));
  }

  GroupingOptions options_;
  PairMap probability_;
  Membership of_;
  std::vector<AlignedGroup> groups_;
};

}  // namespace

std::vector<AlignedGroup> GroupPairs(std::vector<ScoredPair> pairs,
                                     const GroupingOptions& options) {
  // No group holds one of them: to be among the pairs is to be likely enough.
  std::erase_if(pairs, [&](const ScoredPair& pair) {
    return pair.probability < options.threshold;
  });
  Grouper grouper(pairs, options);
  std::sort(pairs.begin(), pairs.end(),
            [](const ScoredPair& a, const ScoredPair& b) {
              if (a.probability != b.probability) {
                return a.probability > b.probability;
              }
              return std::pair(a.left, a.right) < std::pair(b.left, b.right);
            });
  for (const ScoredPair& pair : pairs) grouper.Offer(pair);
  return grouper.Take();
}

}  // namespace rashomon
