#include "engine/claims/quantity_comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rashomon {
namespace {

// How far "about" reaches: reporters round to a tenth (Krifka 2007,
// Approximate interpretation of number words).
constexpr double kAboutTolerance = 0.1;
// How far a round number that no word marks may be from the exact one.
constexpr double kRoundTolerance = 0.05;
// From here on whole numbers are rounded in news.
constexpr double kFirstRounded = 100;
// Differences below this share are of binary fractions, not of the text.
constexpr double kEpsilon = 1e-9;

struct Interval {
  double low, high;
  bool low_open, high_open;
};

Interval IntervalOf(const Quantity& q) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  Interval i{q.low * q.unit_factor, q.high * q.unit_factor, q.low_open,
             q.high_open};
  if (q.approximate) {
    i.low -= std::abs(i.low) * kAboutTolerance;
    i.high += std::abs(i.high) * kAboutTolerance;
  }
  if (q.unbounded_below) i.low = -kInfinity;
  if (q.unbounded_above) i.high = kInfinity;
  return i;
}

bool Same(double a, double b) {
  if (std::isinf(a) || std::isinf(b)) return a == b;
  return std::abs(a - b) <= kEpsilon * std::max(std::abs(a), std::abs(b));
}

bool Meet(const Interval& a, const Interval& b) {
  const double low = std::max(a.low, b.low), high = std::min(a.high, b.high);
  if (!Same(low, high)) return low < high;
  const bool low_open = (a.low == low && a.low_open) ||
                        (b.low == low && b.low_open);
  const bool high_open = (a.high == high && a.high_open) ||
                         (b.high == high && b.high_open);
  return !low_open && !high_open;
}

bool IsExact(const Quantity& q) {
  return q.low == q.high && !q.unbounded_above && !q.unbounded_below &&
         !q.approximate;
}

// The place of the last figure that is not zero: 1000 for 25,000, 1 for 16,
// 0.1 for 5.2.
double PlaceOf(double value) {
  constexpr double kFinest = 1e-3;
  double place = 1;
  while (place > kFinest && !Same(std::round(value / place), value / place)) {
    place /= 10;
  }
  while (place >= 1 && place * 10 <= value && std::fmod(value, place * 10) == 0) {
    place *= 10;
  }
  return place;
}

// "3 million" for 3,120,000 and "5 per cent" for 5.2: the number with fewer
// figures may stand for the other.
bool RoundsTo(double round, double exact) {
  if (round < kFirstRounded && exact == std::floor(exact)) return false;
  const double most = std::max(kRoundTolerance * std::abs(round), 0.5);
  const double apart = std::abs(round - exact);
  if (apart > most + kEpsilon) return false;  // most are
  const double place = PlaceOf(round);
  return PlaceOf(exact) < place &&
         apart <= std::min(place / 2, most) + kEpsilon;
}

enum class Nouns { kSame, kLeftPart, kRightPart, kDifferent };

Nouns CompareNouns(const Quantity& a, const Quantity& b) {
  const bool none_a = a.noun_group.empty(), none_b = b.noun_group.empty();
  if (none_a && none_b) return Nouns::kSame;
  if (!a.unit.empty() && (none_a || none_b)) return Nouns::kSame;
  if (none_a || none_b) return Nouns::kDifferent;
  if (a.noun_group == b.noun_group) return Nouns::kSame;
  if (!a.noun.empty() && a.noun == b.noun) return Nouns::kSame;
  if (a.noun_kind == b.noun_group) return Nouns::kLeftPart;
  if (b.noun_kind == a.noun_group) return Nouns::kRightPart;
  return Nouns::kDifferent;
}

QuantityRelation CompareValues(const Quantity& a, const Quantity& b) {
  const Interval x = IntervalOf(a), y = IntervalOf(b);
  if (IsExact(a) && IsExact(b)) {
    if (Same(x.low, y.low)) return QuantityRelation::kEqual;
    // Rounding is of the figures as written, in their unit.
    const bool rounds =
        !a.ordinal && a.unit_factor == b.unit_factor &&
        (RoundsTo(a.low, b.low) || RoundsTo(b.low, a.low));
    return rounds ? QuantityRelation::kAgrees : QuantityRelation::kDiffers;
  }
  if (Same(x.low, y.low) && Same(x.high, y.high) && x.low_open == y.low_open &&
      x.high_open == y.high_open && a.approximate == b.approximate) {
    return QuantityRelation::kEqual;
  }
  return Meet(x, y) ? QuantityRelation::kAgrees : QuantityRelation::kDiffers;
}

// A part against its whole: the part is wholly above, or nothing follows.
QuantityRelation ComparePart(const Quantity& part, const Quantity& whole) {
  const QuantityRelation relation = CompareValues(part, whole);
  if (relation != QuantityRelation::kDiffers) return relation;
  return IntervalOf(part).low > IntervalOf(whole).high
             ? QuantityRelation::kDiffers
             : QuantityRelation::kNotComparable;
}

}  // namespace

QuantityRelation CompareQuantities(const Quantity& a, const Quantity& b) {
  if (a.ordinal != b.ordinal || a.dimension != b.dimension) {
    return QuantityRelation::kNotComparable;
  }
  switch (CompareNouns(a, b)) {
    case Nouns::kSame: return CompareValues(a, b);
    case Nouns::kLeftPart: return ComparePart(a, b);
    case Nouns::kRightPart: return ComparePart(b, a);
    case Nouns::kDifferent: break;
  }
  return QuantityRelation::kNotComparable;
}

}  // namespace rashomon
