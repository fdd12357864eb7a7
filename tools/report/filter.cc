#include "tools/report/filter.h"

#include <algorithm>
#include <utility>

namespace rashomon {
namespace {

bool Passes(const Divergence& divergence, const DivergenceFilter& filter) {
  if (divergence.confidence < filter.min_confidence ||
      divergence.weight < filter.min_weight) {
    return false;
  }
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

std::vector<Divergence> PutShownFirst(std::vector<Divergence> ranked,
                                      std::size_t max_flags,
                                      std::size_t max_omissions) {
  std::vector<bool> shown(ranked.size(), false);
  std::size_t count = 0, omissions = 0;
  for (std::size_t i = 0; i < ranked.size() && count < max_flags; ++i) {
    const bool omission = ranked[i].kind == DivergenceKind::kOmission;
    if (omission && omissions == max_omissions) continue;
    omissions += omission;
    shown[i] = true;
    ++count;
  }
  for (std::size_t i = 0; i < ranked.size() && count < max_flags; ++i) {
    if (shown[i]) continue;
    shown[i] = true;
    ++count;
  }
  std::vector<Divergence> ordered;
  ordered.reserve(ranked.size());
  for (const bool wanted : {true, false}) {
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      if (shown[i] == wanted) ordered.push_back(std::move(ranked[i]));
    }
  }
  return ordered;
}

}  // namespace rashomon
