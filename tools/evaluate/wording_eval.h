// Loaded wording: sentences that readers called biased (wording/babe.tsv), and
// sentences of reports with lexical bias (wording/basil.jsonl).
#ifndef RASHOMON_TOOLS_EVALUATE_WORDING_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_WORDING_EVAL_H_

#include <vector>

#include "tools/evaluate/evaluation.h"

namespace rashomon {

std::vector<Evaluation> WordingEvaluations();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_WORDING_EVAL_H_
