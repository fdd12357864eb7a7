// Fits the confidence of flags on marked pairs of reports, and scores it by
// cross-validation.
//
//   RASHOMON_ASSIGN_OR_RETURN(ConfidenceFit fit,
//                             ConfidenceFit::Make(gold, marked));
//   DivergenceScores s = fit.CrossValidated();   // folds of stories
//   std::string tsv = fit.Tsv();                 // fitted on all pairs
#ifndef RASHOMON_TOOLS_TRAIN_CONFIDENCE_FIT_H_
#define RASHOMON_TOOLS_TRAIN_CONFIDENCE_FIT_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/compare/comparison.h"
#include "engine/contrast/finding.h"
#include "tools/evaluate/divergence_eval.h"
#include "tools/train/logistic_fit.h"

namespace rashomon {

class ConfidenceFit {
 public:
  // Compares every pair once. `marked` (marked_pairs.h) is fitted on too, and
  // never scored; it may be empty.
  static absl::StatusOr<ConfidenceFit> Make(
      std::vector<GoldPair> gold, const std::vector<GoldPair>& marked);

  // Each pair's flags weighed by a model that was fitted without the pairs of
  // its fold; pairs that share a text are in one fold.
  DivergenceScores CrossValidated() const;

  // The comparisons behind that score, parallel to gold().
  std::vector<Comparison> CrossValidatedComparisons() const;

  // The model fitted on all pairs, as a table with its score in the head.
  std::string Tsv() const;

  // The rows of all findings, by pair, then those that are not scored.
  std::vector<FitRow> Rows() const { return RowsWithout(-1); }

  const std::vector<GoldPair>& gold() const { return gold_; }
  // What the detectors find in each pair, before it is weighed.
  const std::vector<std::vector<Finding>>& findings() const {
    return findings_;
  }

 private:
  ConfidenceFit() = default;
  std::vector<FitRow> RowsWithout(int fold) const;
  LogisticModel Fit(int without_fold) const;

  std::vector<GoldPair> gold_;
  std::vector<int> folds_;  // of each pair
  std::vector<Comparison> comparisons_;  // without divergences
  std::vector<std::vector<Finding>> findings_;
  std::vector<std::vector<FitRow>> rows_;  // of each finding
  std::vector<FitRow> marked_rows_;        // of the pairs that are not scored
  std::size_t marked_pairs_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_CONFIDENCE_FIT_H_
