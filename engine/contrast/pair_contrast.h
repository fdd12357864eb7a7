// Two single sentences against each other: whether they can both be true, and
// in which ways they tell one thing differently.
//
//   RASHOMON_ASSIGN_OR_RETURN(PairContrast contrast,
//                             PairContrast::Make(&lexicons, &word_model));
//   PairDifference d = contrast.Compare("Ten people died in the fire.",
//                                       "Twelve people died in the fire.");
//   d.conflict > 0.5; d.kinds == {quantity, contradiction}
#ifndef RASHOMON_ENGINE_CONTRAST_PAIR_CONTRAST_H_
#define RASHOMON_ENGINE_CONTRAST_PAIR_CONTRAST_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/contrast/confidence.h"
#include "engine/contrast/conflict_scorer.h"
#include "engine/contrast/divergence.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

struct PairDifference {
  double conflict = 0;  // 0..1; kConflictDecides decides
  // In the order of DivergenceKind, each once. Contradiction stands there where
  // the conflict decides so, and only there; omission and emphasis are matters
  // of whole reports and never do.
  std::vector<DivergenceKind> kinds;
};

// Not thread-safe: one per thread.
class PairContrast {
 public:
  // Both outlive the result. An error where shipped weights do not read.
  static absl::StatusOr<PairContrast> Make(const Lexicons* lexicons,
                                           const WordModel* words);

  // A side without words differs in nothing. Exchanging the sides changes the
  // conflict only by how much of the hypothesis the text says, and no kind but
  // contradiction. Linear in the bytes of both.
  PairDifference Compare(const std::string& text,
                         const std::string& hypothesis);

 private:
  PairContrast(const WordModel* words, ConflictScorer scorer,
               ConfidenceModel confidence);

  std::vector<DivergenceKind> KindsOf(const PairSide& left,
                                      const PairSide& right) const;

  const WordModel* words_;
  ConflictScorer scorer_;
  ConfidenceModel confidence_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_PAIR_CONTRAST_H_
