// Scores engine/text/sentence.h on the Golden Rules of sentence boundaries.
#ifndef RASHOMON_TOOLS_EVALUATE_SENTENCE_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_SENTENCE_EVAL_H_

#include "tools/evaluate/evaluation.h"

namespace rashomon {

// segmentation/golden_english.jsonl: {"id","lang","text","sentences"}. A case
// is right where all its sentences are, white space aside.
Evaluation SentenceEvaluation();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_SENTENCE_EVAL_H_
