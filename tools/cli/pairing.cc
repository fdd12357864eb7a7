#include "tools/cli/pairing.h"

#include <algorithm>
#include <tuple>

namespace rashomon {
namespace {

struct ScoredPair {
  ArticlePair pair;
  double score = 0;
};

bool Better(const ScoredPair& a, const ScoredPair& b) {
  const auto key = [](const ScoredPair& p) {
    return std::make_tuple(-p.score, p.pair.left + p.pair.right,
                           std::max(p.pair.left, p.pair.right), p.pair.left);
  };
  return key(a) < key(b);
}

}  // namespace

std::vector<ArticlePair> PairArticles(
    std::size_t lefts, std::size_t rights,
    const std::function<std::optional<double>(std::size_t, std::size_t)>&
        score) {
  std::vector<ScoredPair> scored;
  for (std::size_t l = 0; l < lefts; ++l) {
    for (std::size_t r = 0; r < rights; ++r) {
      if (const auto s = score(l, r)) scored.push_back({{l, r}, *s});
    }
  }
  std::sort(scored.begin(), scored.end(), Better);
  std::vector<bool> left_taken(lefts);
  std::vector<bool> right_taken(rights);
  std::vector<ArticlePair> pairs;
  for (const ScoredPair& candidate : scored) {
    const ArticlePair& pair = candidate.pair;
    if (left_taken[pair.left] || right_taken[pair.right]) continue;
    left_taken[pair.left] = right_taken[pair.right] = true;
    pairs.push_back(pair);
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const ArticlePair& a, const ArticlePair& b) {
              return a.left < b.left;
            });
  return pairs;
}

}  // namespace rashomon
