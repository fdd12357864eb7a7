// Scores engine/contrast/conflict_scorer.h on sentence pairs marked as
// contradicting each other or not.
#ifndef RASHOMON_TOOLS_EVALUATE_CONTRADICTION_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_CONTRADICTION_EVAL_H_

#include <cstdint>
#include <vector>

#include "tools/evaluate/evaluation.h"

namespace rashomon {

// contradiction/: F1, precision and recall of "contradiction" at a conflict of
// 0.5 for rte3_dev and sick_train; for breaking_nli, where nearly every pair is
// one, first the share of contradictions that is found at a precision of 0.95.
std::vector<Evaluation> ContradictionEvaluations();

// A scored pair.
struct JudgedPair {
  double score = 0;
  bool positive = false;
};

// The most positives that are found by taking all pairs from some score on,
// such that at least `precision` of what is taken is positive. Equal scores are
// taken together.
struct FoundAtPrecision {
  std::int64_t found = 0;      // positives taken
  std::int64_t taken = 0;      // pairs taken
  std::int64_t positives = 0;  // in all
  double from = 0;             // the least score taken
  double share() const {
    return positives > 0 ? static_cast<double>(found) / positives : 0;
  }
};
// O(n log n).
FoundAtPrecision FindAtPrecision(std::vector<JudgedPair> pairs,
                                 double precision);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_CONTRADICTION_EVAL_H_
