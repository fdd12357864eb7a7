// Scores engine/claims/certainty.h on sentences marked certain or uncertain.
#ifndef RASHOMON_TOOLS_EVALUATE_CERTAINTY_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_CERTAINTY_EVAL_H_

#include "tools/evaluate/evaluation.h"

namespace rashomon {

// certainty/wiki_hedges: F1, precision and recall of "uncertain" in the sense
// of Farkas et al. (2010, CoNLL-2010 task 1).
Evaluation CertaintyEvaluation();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_CERTAINTY_EVAL_H_
