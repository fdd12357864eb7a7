// Which flags a report shows.
//
//   DivergenceFilter filter;
//   filter.kinds = {DivergenceKind::kOmission};
//   filter.min_confidence = 0.5;
//   comparison.divergences =
//       FilterDivergences(std::move(comparison.divergences), filter);
#ifndef RASHOMON_TOOLS_REPORT_FILTER_H_
#define RASHOMON_TOOLS_REPORT_FILTER_H_

#include <cstddef>
#include <vector>

#include "engine/contrast/divergence.h"

namespace rashomon {

// Reports for people show this many flags unless told otherwise. Recall of
// the gold divergences is counted within the first 15 too.
inline constexpr std::size_t kDefaultMaxFlags = 15;

struct DivergenceFilter {
  std::vector<DivergenceKind> kinds;  // empty: every kind
  double min_confidence = 0;          // 0..1; a flag just at it stays
  int min_weight = 1;                 // 1..3
};

// Of the flags shown unless all are asked for, at most so many say that
// something was not found: there is nearly always more left out than can be
// read, and it would crowd out what is told differently. On the marked pairs
// of data/divergences limits from 4 to 8 leave precision at 5 as it is.
inline constexpr std::size_t kDefaultMaxOmissions = 6;

// The flags that pass, in the order given.
std::vector<Divergence> FilterDivergences(std::vector<Divergence> divergences,
                                          const DivergenceFilter& filter);

// Puts the flags to show first: of `ranked` the first `max_flags`, passing over
// omissions beyond `max_omissions` as long as other kinds are left. Shown and
// rest each keep their order.
std::vector<Divergence> PutShownFirst(
    std::vector<Divergence> ranked, std::size_t max_flags = kDefaultMaxFlags,
    std::size_t max_omissions = kDefaultMaxOmissions);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_FILTER_H_
