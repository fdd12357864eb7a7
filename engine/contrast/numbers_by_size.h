// The quantities of a report, to be looked up by their size.
//
//   const NumbersBySize numbers(placed);
//   for (const PlacedQuantity& q : numbers.Within(size, 1.3)) ...
//   if (numbers.GiveAlike(quantity)) ...
#ifndef RASHOMON_ENGINE_CONTRAST_NUMBERS_BY_SIZE_H_
#define RASHOMON_ENGINE_CONTRAST_NUMBERS_BY_SIZE_H_

#include <span>
#include <vector>

#include "engine/claims/claim.h"

namespace rashomon {

// A quantity, which outlives this, and the sentence it stands in.
struct PlacedQuantity {
  int sentence = 0;
  const Quantity* quantity = nullptr;
};

// The middle of a quantity, or its bound where it has but one; in its unit.
double BoundOrMiddle(const Quantity& quantity);
// The same in the unit of its dimension.
double SizeOf(const Quantity& quantity);

// Thread-safe once made. O(n log n) to make.
class NumbersBySize {
 public:
  explicit NumbersBySize(std::vector<PlacedQuantity> quantities);

  // By size, those of one size in the order they were given in.
  const std::vector<PlacedQuantity>& all() const { return by_size_; }

  // Those whose size is at most `reach` (> 1) times more or less. O(log n).
  std::span<const PlacedQuantity> Within(double size, double reach) const;

  // Whether one of them is the same value of the same thing (QuantityRelation
  // kEqual). Of many of its size the first twenty are looked at. O(log n).
  bool GiveAlike(const Quantity& quantity) const;

 private:
  std::vector<PlacedQuantity> by_size_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_NUMBERS_BY_SIZE_H_
