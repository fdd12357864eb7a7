// Whether two sentences cannot both be true.
//
//   RASHOMON_ASSIGN_OR_RETURN(
//       ConflictScorer scorer, ConflictScorer::Make(&lexicons, &word_model));
//   scorer.Conflict("A man is singing.", "Nobody is singing.") > 0.5
//
// A logistic model over conflict_features.h; its weights and where they come
// from stand in data/conflict.tsv. It compares what is said; it does not know
// which of the two is so.
#ifndef RASHOMON_ENGINE_CONTRAST_CONFLICT_SCORER_H_
#define RASHOMON_ENGINE_CONTRAST_CONFLICT_SCORER_H_

#include <string>

#include "absl/status/statusor.h"
#include "engine/base/logistic_model.h"
#include "engine/contrast/conflict_features.h"
#include "engine/contrast/pair_units.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

// From here on two sentences count as contradicting each other.
inline constexpr double kConflictDecides = 0.5;

// Not thread-safe: one per thread.
class ConflictScorer {
 public:
  // Both outlive the scorer. An error where the shipped weights do not read.
  static absl::StatusOr<ConflictScorer> Make(const Lexicons* lexicons,
                                             const WordModel* words);

  // 0..1; 0 where a side has no words. Linear in the bytes of both.
  double Conflict(const std::string& text, const std::string& hypothesis);

  // Of two sides that reader() has read.
  double Conflict(const PairSide& text, const PairSide& hypothesis) const;
  // Of what FeaturesOfConflict has read.
  double Conflict(const ConflictFeatures& features) const;

  PairReader* reader() { return &reader_; }
  std::string version() const { return model_.version(); }

 private:
  ConflictScorer(const Lexicons* lexicons, const WordModel* words,
                 LogisticModel model);

  const WordModel* words_;
  LogisticModel model_;
  PairReader reader_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_CONFLICT_SCORER_H_
