// Which article of one side goes with which of the other.
//
//   PairArticles(2, 3, [&](std::size_t l, std::size_t r) {
//     return SameEventScore(left[l], right[r]);    // nothing: not the same
//   });
#ifndef RASHOMON_TOOLS_CLI_PAIRING_H_
#define RASHOMON_TOOLS_CLI_PAIRING_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace rashomon {

struct ArticlePair {
  std::size_t left = 0;
  std::size_t right = 0;
  friend bool operator==(const ArticlePair&, const ArticlePair&) = default;
};

// One to one: the pair with the highest score first, then the highest of what
// is left. Ties go to the earlier left and right sum, so that exchanging the
// sides mirrors the result. In order of left. Calls `score` lefts x rights
// times.
std::vector<ArticlePair> PairArticles(
    std::size_t lefts, std::size_t rights,
    const std::function<std::optional<double>(std::size_t left,
                                              std::size_t right)>& score);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_PAIRING_H_
