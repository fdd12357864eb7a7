#include "engine/contrast/numbers_by_size.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "engine/claims/quantity_comparison.h"

namespace rashomon {
namespace {

constexpr std::size_t kMostCompared = 20;
// Differences below this share are of binary fractions, not of the text.
constexpr double kSameReach = 1 + 1e-9;

}  // namespace

double BoundOrMiddle(const Quantity& q) {
  if (q.unbounded_above) return q.low;
  return q.unbounded_below ? q.high : (q.low + q.high) / 2;
}

double SizeOf(const Quantity& q) { return BoundOrMiddle(q) * q.unit_factor; }

NumbersBySize::NumbersBySize(std::vector<PlacedQuantity> quantities)
    : by_size_(std::move(quantities)) {
  std::stable_sort(by_size_.begin(), by_size_.end(),
                   [](const PlacedQuantity& a, const PlacedQuantity& b) {
                     return SizeOf(*a.quantity) < SizeOf(*b.quantity);
                   });
}

std::span<const PlacedQuantity> NumbersBySize::Within(double size,
                                                      double reach) const {
  // Sizes below nought come in the other order.
  const auto [least, most] = std::minmax({size / reach, size * reach});
  const auto first =
      std::lower_bound(by_size_.begin(), by_size_.end(), least,
                       [](const PlacedQuantity& q, double bound) {
                         return SizeOf(*q.quantity) < bound;
                       });
  const auto last =
      std::upper_bound(first, by_size_.end(), most,
                       [](double bound, const PlacedQuantity& q) {
                         return bound < SizeOf(*q.quantity);
                       });
  return {first, last};
}

bool NumbersBySize::GiveAlike(const Quantity& quantity) const {
  std::span<const PlacedQuantity> near = Within(SizeOf(quantity), kSameReach);
  near = near.first(std::min(near.size(), kMostCompared));
  return std::any_of(near.begin(), near.end(), [&](const PlacedQuantity& q) {
    return CompareQuantities(quantity, *q.quantity) ==
           QuantityRelation::kEqual;
  });
}

}  // namespace rashomon
