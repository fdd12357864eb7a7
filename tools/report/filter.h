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
};

// The flags that pass, in the order given.
std::vector<Divergence> FilterDivergences(std::vector<Divergence> divergences,
                                          const DivergenceFilter& filter);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_FILTER_H_
