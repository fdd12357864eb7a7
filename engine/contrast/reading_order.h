// The order in which flags are read.
//
//   std::vector<Divergence> flags = InReadingOrder(std::move(flags));
#ifndef RASHOMON_ENGINE_CONTRAST_READING_ORDER_H_
#define RASHOMON_ENGINE_CONTRAST_READING_ORDER_H_

#include <vector>

#include "engine/contrast/divergence.h"

namespace rashomon {

// Best first by weight x confidence, where each flag above that shows the same
// sentence takes a fifth off, and each of the same kind within two sentences a
// third: the second thing said of one passage tells a reader less than the
// first said of another (after Carbonell & Goldstein 1998, maximal marginal
// relevance). The same whichever report is left; no flag is lost. O(n log n)
// for a bounded number of flags per passage.
std::vector<Divergence> InReadingOrder(std::vector<Divergence> divergences);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_READING_ORDER_H_
