#include "engine/contrast/each_once.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "engine/base/span.h"
#include "engine/contrast/divergence.h"

namespace rashomon {
namespace {

using Place = std::tuple<Field, std::size_t, std::size_t>;

Place PlaceOf(const std::optional<Evidence>& evidence) {
  if (!evidence) return {};
  const Span& span = evidence->span;
  return {span.field, span.begin, span.end};
}

}  // namespace

std::vector<Finding> EachOnce(std::vector<Finding> findings) {
  using Key = std::tuple<DivergenceKind, Place, Place>;
  absl::flat_hash_map<Key, absl::InlinedVector<const Finding*, 2>> known;
  known.reserve(findings.size());
  std::vector<Finding> once;
  once.reserve(findings.size());  // they stay where they are
  for (Finding& finding : findings) {
    const Divergence& d = finding.divergence;
    auto& alike = known[{d.kind, PlaceOf(d.left), PlaceOf(d.right)}];
    if (std::any_of(alike.begin(), alike.end(),
                    [&](const Finding* f) { return *f == finding; })) {
      continue;
    }
    once.push_back(std::move(finding));
    alike.push_back(&once.back());
  }
  return once;
}

}  // namespace rashomon
