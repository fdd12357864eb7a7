#include "engine/contrast/telling_numbers.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "engine/claims/quantity_comparison.h"

namespace rashomon {
namespace {

// From a thousand on, or of three figures that are not zero. Chosen by reading
// the quantities that are marked in tools/train/marks, as is how far another
// value may be, and one with other precision.
constexpr double kTelling = 1000;
constexpr int kTellingFigures = 3;
constexpr double kReach = 1.3;
constexpr double kPrecisionReach = 1.11;
// Of the numbers within reach of one, so many are looked at.
constexpr std::size_t kMostCompared = 20;

bool IsBoundAt(const Quantity& bound, const Quantity& exact) {
  if (IsImprecise(exact)) return false;
  return (bound.unbounded_above && bound.low == exact.low) ||
         (bound.unbounded_below && bound.high == exact.high);
}

// Chosen by reading quantities of the pairs marked for the fit (tools/train):
// what differs by more is about two things. Numbers in words without a figure
// ("dozens") are vague by more.
constexpr double kBoundReach = 1.5;
constexpr double kVagueReach = 100;

// How many figures it has from the first to the last that is not zero: 4 for
// 1,012,000. At most 7.
int FiguresOf(double value) {
  constexpr int kMost = 7;
  constexpr double kZero = 1e-6;
  if (!(value > 0) || std::isinf(value)) return 0;
  double rest = value / std::pow(10.0, std::floor(std::log10(value)));
  int figures = 1;
  while (figures < kMost && std::abs(rest - std::round(rest)) > kZero) {
    rest *= 10;
    ++figures;
  }
  return figures;
}

bool CanTell(const Quantity& q) {
  return !q.ordinal && q.unit != "percent" && BoundOrMiddle(q) > 0;
}

// By the numbers as they are written, in their unit: two weeks are none.
bool IsTelling(const Quantity& a, const Quantity& b) {
  const double x = BoundOrMiddle(a), y = BoundOrMiddle(b);
  return std::min(x, y) >= kTelling ||
         std::max(FiguresOf(x), FiguresOf(y)) >= kTellingFigures;
}

bool CountsPeople(const Quantity& q) {
  return q.noun_group == "people" || q.noun_kind == "people";
}

// Whether both may count the same: one noun, none on a side, or people.
bool MayCountTheSame(const Quantity& a, const Quantity& b) {
  return a.noun_group.empty() || b.noun_group.empty() ||
         a.noun_group == b.noun_group || a.noun == b.noun ||
         (CountsPeople(a) && CountsPeople(b));
}

// As CompareQuantities, whatever they count.
QuantityRelation CompareSizes(Quantity a, Quantity b) {
  for (Quantity* q : {&a, &b}) {
    q->noun.clear();
    q->noun_group.clear();
    q->noun_kind.clear();
  }
  return CompareQuantities(a, b);
}

enum class Telling { kNot, kAlike, kPrecision, kValue };

// What the two say of one thing. Another value needs the same noun.
Telling Compare(const Quantity& a, const Quantity& b) {
  if (!CanTell(b) || !MayCountTheSame(a, b)) return Telling::kNot;
  const QuantityRelation relation = CompareSizes(a, b);
  if (relation == QuantityRelation::kEqual) return Telling::kAlike;
  if (!IsTelling(a, b)) return Telling::kNot;
  if (DiffersInPrecision(a, b, relation)) {
    const auto [less, more] = std::minmax({SizeOf(a), SizeOf(b)});
    return more <= less * kPrecisionReach ? Telling::kPrecision : Telling::kNot;
  }
  const bool same_noun = !a.noun.empty() && a.noun == b.noun;
  return relation == QuantityRelation::kDiffers && same_noun ? Telling::kValue
                                                             : Telling::kNot;
}

struct Nearest {
  const PlacedQuantity* other = nullptr;  // none where one gives it alike
  Telling telling = Telling::kNot;
};

// The nearest of `others` that tells something of the same; other precision
// before another value.
Nearest NearestOf(const Quantity& q, const NumbersBySize& others) {
  if (!CanTell(q)) return {};
  const double size = SizeOf(q);
  const std::span<const PlacedQuantity> within = others.Within(size, kReach);
  if (within.size() > kMostCompared) return {};
  Nearest nearest;
  double least = 0;
  for (const PlacedQuantity& other : within) {
    const Telling telling = Compare(q, *other.quantity);
    if (telling == Telling::kAlike) return {};
    if (telling == Telling::kNot) continue;
    const double distance = std::abs(SizeOf(*other.quantity) - size);
    if (nearest.other == nullptr || telling < nearest.telling ||
        (telling == nearest.telling && distance < least)) {
      nearest = {&other, telling};
      least = distance;
    }
  }
  return nearest;
}

}  // namespace

bool IsImprecise(const Quantity& q) {
  return q.approximate || q.unbounded_above || q.unbounded_below ||
         q.low != q.high;
}

bool IsBoundAtOther(const Quantity& a, const Quantity& b) {
  return IsBoundAt(a, b) || IsBoundAt(b, a);
}

bool IsNear(const Quantity& a, const Quantity& b) {
  const double x = SizeOf(a), y = SizeOf(b);
  const bool vague = (a.approximate && a.unbounded_above) ||
                     (b.approximate && b.unbounded_above);
  return std::max(x, y) <=
         (vague ? kVagueReach : kBoundReach) * std::min(x, y);
}

bool DiffersInPrecision(const Quantity& a, const Quantity& b,
                        QuantityRelation relation) {
  if (IsBoundAtOther(a, b)) return true;
  if (relation != QuantityRelation::kAgrees || !IsNear(a, b)) return false;
  return IsImprecise(a) != IsImprecise(b) || a.low != b.low ||
         a.high != b.high || a.unbounded_above != b.unbounded_above ||
         a.unbounded_below != b.unbounded_below;
}

std::vector<TellingPair> FindTellingPairs(const NumbersBySize& near,
                                          const NumbersBySize& far) {
  std::vector<TellingPair> pairs;
  for (const PlacedQuantity& q : near.all()) {
    const Nearest there = NearestOf(*q.quantity, far);
    if (there.other == nullptr) continue;
    const Nearest back = NearestOf(*there.other->quantity, near);
    if (back.other != nullptr && back.other->quantity == q.quantity) {
      pairs.push_back({q, *there.other, there.telling == Telling::kValue});
    }
  }
  return pairs;
}

}  // namespace rashomon
