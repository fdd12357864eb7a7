// How alike clauses of two reports are, each two compared once for all who ask.
//
//   ClauseLikeness likeness(&left_clauses, &right_clauses);
//   likeness.Of(3, 5)      // Likeness(left_clauses.at(3), right_clauses.at(5))
#ifndef RASHOMON_ENGINE_CONTRAST_CLAUSE_LIKENESS_H_
#define RASHOMON_ENGINE_CONTRAST_CLAUSE_LIKENESS_H_

#include <cstddef>
#include <vector>

#include "engine/contrast/clauses.h"
#include "engine/contrast/finding.h"

namespace rashomon {

// Not thread-safe. Memory: four bytes for each clause of the left, and eight
// for each pair of a left clause that anybody asked about and any right one; at
// most some 8 MB, beyond which pairs are compared anew.
class ClauseLikeness {
 public:
  // Both outlive this.
  ClauseLikeness(const ClauseList* left, const ClauseList* right);

  // O(stems of both and d) when first asked, then O(1).
  double Of(int left, int right);

 private:
  static constexpr int kNone = -1;

  const ClauseList& left_;
  const ClauseList& right_;
  std::vector<int> row_of_;     // of each left clause, in rows of values_
  std::vector<double> values_;  // below 0: not compared yet
};

// Of a clause of `near` and one of `far`.
double LikenessOf(const Direction& d, int near, int far);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CLAUSE_LIKENESS_H_
