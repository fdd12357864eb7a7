// What two quantities say of each other.
//
//   CompareQuantities(ten_people, ten_diplomats) == QuantityRelation::kEqual
//   CompareQuantities(more_than_30, thirty_six) == QuantityRelation::kAgrees
#ifndef RASHOMON_ENGINE_CLAIMS_QUANTITY_COMPARISON_H_
#define RASHOMON_ENGINE_CLAIMS_QUANTITY_COMPARISON_H_

#include "engine/claims/claim.h"

namespace rashomon {

// Units must be of one dimension and nouns of one group; a side without a noun
// compares with any if both have a unit. Where one group is a part of the other
// (diplomats, people), the part may be smaller: only a part that is greater
// than its whole differs. "About" allows 10 per cent either way, and a round
// number the rounding to its last figure, at most 5 per cent. Symmetric.
QuantityRelation CompareQuantities(const Quantity& a, const Quantity& b);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_QUANTITY_COMPARISON_H_
