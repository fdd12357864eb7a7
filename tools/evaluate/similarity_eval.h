// Scores engine/align/pair_scorer.h on graded sentence similarity.
#ifndef RASHOMON_TOOLS_EVALUATE_SIMILARITY_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_SIMILARITY_EVAL_H_

#include <vector>

#include "tools/evaluate/evaluation.h"

namespace rashomon {

// similarity/: Pearson and Spearman of the STS sets in English and Russian.
// Those that share no pair with stsb_train, on which the shipped model was
// fitted, are scored by that model; each of the others by one that is fitted
// here on stsb_train without the pairs that the two share.
std::vector<Evaluation> SimilarityEvaluations();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_SIMILARITY_EVAL_H_
