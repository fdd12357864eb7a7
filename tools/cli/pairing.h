// Which article of one side goes with which of the other.
//
//   PairArticles(CandidatePairs(left_heads, right_heads),
//                [&](ArticlePair p) {
//                  return Score(left[p.left], right[p.right]);  // or nothing
//                });
#ifndef RASHOMON_TOOLS_CLI_PAIRING_H_
#define RASHOMON_TOOLS_CLI_PAIRING_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "engine/events/story_report.h"

namespace rashomon {

struct ArticlePair {
  std::size_t left = 0;
  std::size_t right = 0;
  friend bool operator==(const ArticlePair&, const ArticlePair&) = default;
};

// The pairs that are worth a decision, in order: of each article of either side
// the kCandidates of the other whose title and lead share most rare stems with
// it; where there are kAllPairs or fewer, all. O(articles), not lefts x rights.
std::vector<ArticlePair> CandidatePairs(const std::vector<TermVector>& left,
                                        const std::vector<TermVector>& right);
inline constexpr std::size_t kCandidates = 16;
inline constexpr std::size_t kAllPairs = 2500;

// One to one: the pair with the highest score first, then the highest of what
// is left. Ties go to the earlier left and right sum, so that exchanging the
// sides mirrors the result. In order of left. Calls `score` once for each
// candidate.
std::vector<ArticlePair> PairArticles(
    const std::vector<ArticlePair>& candidates,
    const std::function<std::optional<double>(ArticlePair)>& score);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_PAIRING_H_
