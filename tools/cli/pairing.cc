#include "tools/cli/pairing.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_set>

#include "engine/events/story_index.h"

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

std::vector<ArticlePair> AllPairs(std::size_t lefts, std::size_t rights) {
  std::vector<ArticlePair> pairs;
  for (std::size_t l = 0; l < lefts; ++l) {
    for (std::size_t r = 0; r < rights; ++r) pairs.push_back({l, r});
  }
  return pairs;
}

// For each head of `from`, the candidates among `among`.
std::vector<std::vector<std::uint32_t>> CandidatesOf(
    const std::vector<TermVector>& from, const std::vector<TermVector>& among) {
  StoryIndex index;
  for (const TermVector& head : among) index.Add(head);
  std::vector<std::vector<std::uint32_t>> candidates;
  for (const TermVector& head : from) {
    candidates.push_back(index.Candidates(head, kCandidates));
  }
  return candidates;
}

bool InOrder(const ArticlePair& a, const ArticlePair& b) {
  return std::tie(a.left, a.right) < std::tie(b.left, b.right);
}

}  // namespace

std::vector<ArticlePair> CandidatePairs(const std::vector<TermVector>& left,
                                        const std::vector<TermVector>& right) {
  if (left.size() * right.size() <= kAllPairs) {
    return AllPairs(left.size(), right.size());
  }
  std::vector<ArticlePair> pairs;
  const auto of_left = CandidatesOf(left, right);
  for (std::size_t l = 0; l < left.size(); ++l) {
    for (const std::size_t r : of_left[l]) pairs.push_back({l, r});
  }
  const auto of_right = CandidatesOf(right, left);
  for (std::size_t r = 0; r < right.size(); ++r) {
    for (const std::size_t l : of_right[r]) pairs.push_back({l, r});
  }
  std::sort(pairs.begin(), pairs.end(), InOrder);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::vector<ArticlePair> PairArticles(
    const std::vector<ArticlePair>& candidates,
    const std::function<std::optional<double>(ArticlePair)>& score) {
  std::vector<ScoredPair> scored;
  for (const ArticlePair& pair : candidates) {
    if (const auto s = score(pair)) scored.push_back({pair, *s});
  }
  std::sort(scored.begin(), scored.end(), Better);
  std::unordered_set<std::size_t> left_taken, right_taken;
  std::vector<ArticlePair> pairs;
  for (const ScoredPair& candidate : scored) {
    const ArticlePair& pair = candidate.pair;
    if (left_taken.count(pair.left) || right_taken.count(pair.right)) continue;
    left_taken.insert(pair.left);
    right_taken.insert(pair.right);
    pairs.push_back(pair);
  }
  std::sort(pairs.begin(), pairs.end(), InOrder);
  return pairs;
}

}  // namespace rashomon
