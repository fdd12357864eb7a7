// Clauses that the other report does not tell, in a sentence that it tells.
//
//   for (const UntoldClauses& u : UntoldClausesIn(direction, sentence))
//     ... EvidenceAt(near, sentence, u.range) ...
#ifndef RASHOMON_ENGINE_CONTRAST_UNTOLD_CLAUSES_H_
#define RASHOMON_ENGINE_CONTRAST_UNTOLD_CLAUSES_H_

#include <vector>

#include "engine/claims/word_range.h"
#include "engine/contrast/finding.h"

namespace rashomon {

// One clause, or several that follow each other.
struct UntoldClauses {
  WordRange range;      // words of the sentence
  double told = 0;      // likeness of the likest clause of the far report, 0..1
  int nearest = -1;     // the sentence of that clause
};

// In the order of the words; empty where it were the whole sentence. What names
// the speaker and says that he speaks is no fact: clauses of nothing else are
// left out. O(c f) for c clauses of the sentence and f of the far report.
std::vector<UntoldClauses> UntoldClausesIn(const Direction& d, int sentence);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_UNTOLD_CLAUSES_H_
