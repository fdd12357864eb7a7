// How far two reviewers agree beyond chance: Cohen's kappa (J. Cohen, 1960).
//
//   // What each said of the same items; 0, 1, 2 are categories.
//   std::optional<Kappa> k = CohenKappa({{0, 0}, {1, 1}, {0, 1}});
//   k->kappa;
#ifndef RASHOMON_TOOLS_REVIEW_AGREEMENT_COHEN_KAPPA_H_
#define RASHOMON_TOOLS_REVIEW_AGREEMENT_COHEN_KAPPA_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "tools/review/agreement/interval.h"

namespace rashomon {

// What two reviewers said of one item.
struct RatedPair {
  int first = 0;
  int second = 0;
};

struct Kappa {
  std::int64_t items = 0;
  double observed = 0;  // share on which they agree
  double expected = 0;  // share on which they would by chance
  double kappa = 0;     // at most 1; 0 is chance
  double standard_error = 0;
  Interval interval;  // of 95%, within -1..1
};

// Nothing without items, and where both use one and the same category only:
// kappa is not defined there. The standard error is that of large samples
// (Fleiss, Cohen and Everitt, 1969). O(items + categories^2).
std::optional<Kappa> CohenKappa(const std::vector<RatedPair>& rated);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_AGREEMENT_COHEN_KAPPA_H_
