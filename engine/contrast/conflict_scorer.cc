#include "engine/contrast/conflict_scorer.h"

#include <utility>

#include "engine/base/status_macros.h"
#include "engine/contrast/conflict_tsv.h"

namespace rashomon {

ConflictScorer::ConflictScorer(const Lexicons* lexicons, const WordModel* words,
                               LogisticModel model)
    : words_(words), model_(std::move(model)), reader_(lexicons, words) {}

absl::StatusOr<ConflictScorer> ConflictScorer::Make(const Lexicons* lexicons,
                                                    const WordModel* words) {
  RASHOMON_ASSIGN_OR_RETURN(
      LogisticModel model,
      LogisticModel::FromTsv(ConflictTsv(), "conflict.tsv"));
  return ConflictScorer(lexicons, words, std::move(model));
}

double ConflictScorer::Conflict(const std::string& text,
                                const std::string& hypothesis) {
  return Conflict(reader_.Read(text), reader_.Read(hypothesis));
}

double ConflictScorer::Conflict(const PairSide& text,
                                const PairSide& hypothesis) const {
  if (text.units.empty() || hypothesis.units.empty()) return 0;
  return Conflict(FeaturesOfConflict(text, hypothesis, *words_));
}

double ConflictScorer::Conflict(const ConflictFeatures& features) const {
  return model_.Probability(features.Named());
}

}  // namespace rashomon
