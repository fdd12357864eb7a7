#include "tools/cli/suggest.h"

#include <algorithm>
#include <cstddef>

namespace rashomon {
namespace {

// Names are short; a longer argument is no mistyped name.
constexpr std::size_t kLongestName = 64;

// Optimal string alignment distance.
std::size_t Edits(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(
      a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::string Suggestion(std::string_view typed,
                       const std::vector<std::string>& candidates) {
  if (typed.empty() || typed.size() > kLongestName) return "";
  std::string best;
  std::size_t best_edits = typed.size();
  for (const std::string& candidate : candidates) {
    const bool begins = typed.size() >= 3 && candidate.starts_with(typed);
    const std::size_t edits = begins ? 1 : Edits(typed, candidate);
    const std::size_t allowed =
        std::max<std::size_t>(1, std::max(typed.size(), candidate.size()) / 3);
    if (edits <= allowed && edits < best_edits) {
      best = candidate;
      best_edits = edits;
    }
  }
  return best;
}

}  // namespace rashomon
