// Numbers so particular that two reports which give them, or nearly, mean the
// same thing wherever they stand in the text.
//
//   const NumbersBySize left(...), right(...);
//   for (const TellingPair& pair : FindTellingPairs(left, right)) ...
//
// "1.8 million" / "1.76 million members", "more than 3,000 girls" /
// "approximately 3,000 girls" differ in precision; "48,000 workers" / "46,000
// workers" in value. Not "10 per cent" / "about 10 per cent": small round
// numbers and percentages meet by chance.
#ifndef RASHOMON_ENGINE_CONTRAST_TELLING_NUMBERS_H_
#define RASHOMON_ENGINE_CONTRAST_TELLING_NUMBERS_H_

#include <vector>

#include "engine/claims/claim.h"
#include "engine/contrast/numbers_by_size.h"

namespace rashomon {

struct TellingPair {
  PlacedQuantity near;
  PlacedQuantity far;
  bool other_value = false;  // not only the precision differs
};

// Approximate, bounded or a range.
bool IsImprecise(const Quantity& quantity);

// Whether one is a bound at the other, exact value: "six years" beside "more
// than six years" is no other value.
bool IsBoundAtOther(const Quantity& a, const Quantity& b);

// Whether they are near enough to tell of one thing: "more than $3 billion"
// allows $18 billion and tells nothing of it.
bool IsNear(const Quantity& a, const Quantity& b);

// Exact on one side, rounded or bounded on the other; rounding that no word
// marks ("$1.37 trillion" / "$1.4 trillion") counts too. `relation`: as
// CompareQuantities has it.
bool DiffersInPrecision(const Quantity& a, const Quantity& b,
                        QuantityRelation relation);

// Each quantity in one pair at most, with the one that is nearest. None that
// the other report gives alike somewhere. O(n log n), and at most ten
// comparisons for each. The pairs are the same, swapped, whichever report is
// near.
std::vector<TellingPair> FindTellingPairs(const NumbersBySize& near,
                                          const NumbersBySize& far);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_TELLING_NUMBERS_H_
