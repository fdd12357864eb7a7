#include "tools/report/filter.h"

#include <algorithm>

namespace rashomon {
namespace {

bool Passes(const Divergence& divergence, const DivergenceFilter& filter) {
  if (divergence.confidence < filter.min_confidence) return false;
  return filter.kinds.empty() ||
         std::find(filter.kinds.begin(), filter.kinds.end(),
                   divergence.kind) != filter.kinds.end();
}

}  // namespace

std::vector<Divergence> FilterDivergences(std::vector<Divergence> divergences,
                                          const DivergenceFilter& filter) {
  std::erase_if(divergences, [&filter](const Divergence& divergence) {
    return !Passes(divergence, filter);
  });
  return divergences;
}

}  // namespace rashomon
