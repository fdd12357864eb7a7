// Scores engine/align/aligner.h on the gold alignments.
#ifndef RASHOMON_TOOLS_EVALUATE_ALIGNMENT_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_ALIGNMENT_EVAL_H_

#include "tools/evaluate/evaluation.h"

namespace rashomon {

// divergences/pairs.jsonl: F1, precision and recall over pairs of sentences,
// added up over all pairs of reports.
Evaluation AlignmentEvaluation();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_ALIGNMENT_EVAL_H_
