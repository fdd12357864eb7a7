#include "engine/events/anchor_overlap.h"

#include <algorithm>
#include <optional>

namespace rashomon {
namespace {

// AnchorMap count by how much rarer they are than a common word.
constexpr double kFloor = 4.0;

std::optional<double> ShareFound(const AnchorMap& head,
                                 const AnchorMap& whole) {
  double all = 0, found = 0;
  for (const auto& [key, anchor] : head) {
    if (!anchor.in_head) continue;
    const double weight = std::max(anchor.rarity - kFloor, 0.0);
    all += weight;
    if (whole.count(key) > 0) found += weight;
  }
  if (all == 0) return std::nullopt;
  return found / all;
}

std::vector<Anchor> Shared(const AnchorMap& a, const AnchorMap& b) {
  std::vector<Anchor> shared;
  for (const auto& [key, anchor] : a) {
    const auto it = b.find(key);
    if (it == b.end()) continue;
    shared.push_back(anchor);
    shared.back().text = std::min(anchor.text, it->second.text);
    shared.back().rarity = std::max(anchor.rarity, it->second.rarity);
  }
  std::sort(shared.begin(), shared.end(), [](const Anchor& x, const Anchor& y) {
    if (x.rarity != y.rarity) return x.rarity > y.rarity;
    return x.text < y.text;
  });
  return shared;
}

}  // namespace

AnchorOverlap CompareAnchors(const AnchorMap& a, const AnchorMap& b) {
  AnchorOverlap overlap;
  overlap.shared = Shared(a, b);
  const std::optional<double> of_a = ShareFound(a, b), of_b = ShareFound(b, a);
  if (!of_a && !of_b) return overlap;
  const double x = of_a ? *of_a : *of_b, y = of_b ? *of_b : *of_a;
  overlap.found_most = std::max(x, y);
  overlap.found_least = std::min(x, y);
  return overlap;
}

}  // namespace rashomon
