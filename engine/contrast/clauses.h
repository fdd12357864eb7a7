// The clauses of two reports, and for a clause of one the clause of the other
// that tells the same: one sentence often holds three claims.
//
//   const ClauseList near(near_report), far(far_report);
//   for (int c : near.in(sentence))
//     for (const Counterpart& other : CounterpartsOf(d, near, c, far)) ...
#ifndef RASHOMON_ENGINE_CONTRAST_CLAUSES_H_
#define RASHOMON_ENGINE_CONTRAST_CLAUSES_H_

#include <vector>

#include "Eigen/Core"
#include "engine/claims/word_range.h"
#include "engine/contrast/finding.h"
#include "engine/contrast/report_index.h"
#include "engine/events/stem_bag.h"

namespace rashomon {

struct Clause {
  int sentence = 0;
  WordRange range;
  NumberedBag bag;          // of rare stems
  Eigen::VectorXf meaning;  // unit length or zeros
};

// Immutable.
class ClauseList {
 public:
  // Linear in the report's words. Clauses end at commas, dashes, colons,
  // brackets and quotation marks, and before words that open one ("who",
  // "because"); pieces of fewer than four words go with their neighbour.
  explicit ClauseList(const ReportIndex& report);

  const std::vector<Clause>& all() const { return clauses_; }
  const Clause& at(int clause) const { return clauses_[clause]; }
  const std::vector<int>& in(int sentence) const { return in_[sentence]; }

 private:
  std::vector<Clause> clauses_;
  std::vector<std::vector<int>> in_;
};

// How alike two clauses are: the mean of the cosine of their rare stems and
// that of their vectors; 0..1.
double Likeness(const Clause& a, const Clause& b);

struct Counterpart {
  int clause = 0;  // of the far list
  double likeness = 0;
  Partner partner;  // of the sentence
};

// The clauses of the partners of a clause's sentence, most alike first; those
// less alike than `least` left out. `near` and `far` are those of the
// direction. O(clauses of the partners).
std::vector<Counterpart> CounterpartsOf(const Direction& d,
                                        const ClauseList& near, int clause,
                                        const ClauseList& far, double least);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CLAUSES_H_
