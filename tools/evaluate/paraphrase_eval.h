// Scores the pair features (engine/align/pair_features.h) on telling
// paraphrases from pairs that differ: MRPC.
#ifndef RASHOMON_TOOLS_EVALUATE_PARAPHRASE_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_PARAPHRASE_EVAL_H_

#include "tools/evaluate/evaluation.h"

namespace rashomon {

// similarity/mrpc_train: accuracy and F1 of the paraphrases. Nothing that ships
// is fitted on the set: each tenth of the pairs is judged by a logistic model
// of all pair features that is fitted here on the other nine. A second pair of
// figures adds what the two share in order (engine/align/surface_overlap.h).
Evaluation ParaphraseEvaluation();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_PARAPHRASE_EVAL_H_
