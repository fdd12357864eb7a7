// How far any number of reviewers agree beyond chance, where some skip items:
// Krippendorff's alpha for categories without order (K. Krippendorff, 2011).
//
//   // A row an item: what each who rated it said.
//   std::optional<Alpha> a = KrippendorffAlpha({{0, 0}, {1, 1, 0}, {2}});
#ifndef RASHOMON_TOOLS_REVIEW_AGREEMENT_KRIPPENDORFF_ALPHA_H_
#define RASHOMON_TOOLS_REVIEW_AGREEMENT_KRIPPENDORFF_ALPHA_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "tools/review/agreement/interval.h"

namespace rashomon {

struct Alpha {
  std::int64_t items = 0;    // with two ratings or more: only they count
  std::int64_t ratings = 0;  // of those items
  double alpha = 0;          // at most 1; 0 is chance
  // Of 95%: percentiles of `resamples` draws of the items with replacement,
  // from a fixed seed. Draws in which alpha is not defined are left out.
  Interval interval;
};

// Nothing where no item has two ratings, and where all ratings are one
// category: alpha is not defined there. Categories are 0, 1, 2 ...
// O(resamples x items x categories).
std::optional<Alpha> KrippendorffAlpha(
    const std::vector<std::vector<int>>& items, int resamples = 2000);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_AGREEMENT_KRIPPENDORFF_ALPHA_H_
