// The divergences of whole comparisons, scored against marked pairs.
#ifndef RASHOMON_TOOLS_EVALUATE_DIVERGENCE_SCORES_H_
#define RASHOMON_TOOLS_EVALUATE_DIVERGENCE_SCORES_H_

#include <vector>

#include "tools/evaluate/divergence_eval.h"
#include "tools/evaluate/evaluation.h"

namespace rashomon {

// divergences/pairs.jsonl, compared by the shipped comparer. The rule is that of
// divergence_eval.h.
Evaluation DivergenceEvaluation();

// The lines of the table: with kinds, kind-free, the same-event decision, then
// each kind that has gold rows or flags.
std::vector<Score> DivergenceScoreLines(const DivergenceScores& scores);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_DIVERGENCE_SCORES_H_
