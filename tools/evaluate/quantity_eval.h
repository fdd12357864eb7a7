// Scores engine/claims/quantity.h on pairs of sentences that differ in a number.
#ifndef RASHOMON_TOOLS_EVALUATE_QUANTITY_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_QUANTITY_EVAL_H_

#include <vector>

#include "engine/claims/claim.h"
#include "tools/evaluate/evaluation.h"

namespace rashomon {

// Whether some number or date of one sentence stands against one of the other:
// those that agree are paired off first, one to one; of the rest, two must
// differ. Counts are compared with counts, ordinals with ordinals.
bool QuantitiesDiffer(const Annotation& left, const Annotation& right);

// contradiction/breaking_nli, categories cardinals and ordinals: the share of
// contradictions on which the comparison says "differs", and of the other
// pairs on which it does not.
Evaluation QuantityEvaluation();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_QUANTITY_EVAL_H_
