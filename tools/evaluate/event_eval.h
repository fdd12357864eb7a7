// Scores engine/events: pairs of reports of one story or two, and reports to be
// put into groups.
//
//   for (Evaluation& e : EventEvaluations()) ...
#ifndef RASHOMON_TOOLS_EVALUATE_EVENT_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_EVENT_EVAL_H_

#include <vector>

#include "tools/evaluate/evaluation.h"

namespace rashomon {

// events/tgcontest_pairs, events/neus_val, events/ecbplus.
std::vector<Evaluation> EventEvaluations();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_EVENT_EVAL_H_
