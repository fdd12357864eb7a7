#include "engine/contrast/reading_order.h"

#include <cmath>
#include <cstddef>
#include <optional>
#include <queue>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "engine/contrast/merge.h"

namespace rashomon {
namespace {

// What a flag keeps of its rank for each flag above on one of its sentences.
// 0.7 to 0.85 are as good on the marked pairs of data/divergences,
// cross-validated eight times over: precision of the first five .334 with
// kinds and .466 without, against .325 and .462 in plain order.
constexpr double kKept = 0.8;

// How many flags have been placed that show a sentence.
class Shown {
 public:
  int Above(const Divergence& d) const {
    return Count(left_, d.left) + Count(right_, d.right);
  }
  void Add(const Divergence& d) {
    if (d.left) ++left_[d.left->sentence];
    if (d.right) ++right_[d.right->sentence];
  }

 private:
  using Counts = absl::flat_hash_map<int, int>;
  static int Count(const Counts& counts, const std::optional<Evidence>& e) {
    if (!e) return 0;
    const auto at = counts.find(e->sentence);
    return at == counts.end() ? 0 : at->second;
  }

  Counts left_;
  Counts right_;
};

struct Waiting {
  double rank = 0;
  std::size_t place = 0;  // in plain order
  int above = 0;          // when it was ranked

  bool operator<(const Waiting& other) const {
    return rank != other.rank ? rank < other.rank : place > other.place;
  }
};

Waiting Ranked(const Divergence& d, std::size_t place, int above) {
  return {d.weight * d.confidence * std::pow(kKept, above), place, above};
}

}  // namespace

std::vector<Divergence> InReadingOrder(std::vector<Divergence> divergences) {
  SortBestFirst(&divergences);
  std::priority_queue<Waiting> waiting;
  for (std::size_t i = 0; i < divergences.size(); ++i) {
    waiting.push(Ranked(divergences[i], i, 0));
  }
  Shown shown;
  std::vector<Divergence> ordered;
  ordered.reserve(divergences.size());
  while (!waiting.empty()) {
    const Waiting best = waiting.top();
    waiting.pop();
    Divergence& d = divergences[best.place];
    const int above = shown.Above(d);
    if (above != best.above) {
      waiting.push(Ranked(d, best.place, above));
      continue;
    }
    shown.Add(d);
    ordered.push_back(std::move(d));
  }
  return ordered;
}

}  // namespace rashomon
