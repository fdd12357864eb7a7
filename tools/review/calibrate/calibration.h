// The confidence of flags, refitted on what reviewers decided.
//
//   RASHOMON_ASSIGN_OR_RETURN(Calibration c, FitCalibration(decided));
//   if (c.after.log_loss < c.before.log_loss) {
//     Write(ModelAsTsv(Calibrated(base, c), {"Fitted on strike.db."}));
//   }
//
// Of the shipped model (engine/contrast/confidence.h) the score of a flag is
// kept, and three things are fitted: how far scores are stretched, how far all
// are moved, and how far each kind is. That is what some dozens of decisions
// can tell; the weights of single features they cannot. Pure functions.
#ifndef RASHOMON_TOOLS_REVIEW_CALIBRATE_CALIBRATION_H_
#define RASHOMON_TOOLS_REVIEW_CALIBRATE_CALIBRATION_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/logistic_model.h"
#include "engine/contrast/divergence.h"

namespace rashomon {

// A flag with a decision, and the confidence that it was given.
struct DecidedFlag {
  DivergenceKind kind = DivergenceKind::kQuantity;
  double confidence = 0;   // 0..1, of the model that is to be refitted
  bool right = false;      // confirmed, and as its kind
  std::int64_t group = 0;  // flags of one group are in one fold: the pair
};

struct CalibrationScores {
  double log_loss = 0;           // mean, natural logarithm
  double brier = 0;              // mean squared error
  double calibration_error = 0;  // ten bins of equal width, by their flags
};

struct Calibration {
  double slope = 1;  // of the score, the logarithm of the odds
  double shift = 0;
  std::map<DivergenceKind, double> kind_shifts;  // of kinds that were decided
  double penalty = 0;  // chosen by cross-validation within
  std::int64_t right = 0;
  std::int64_t wrong = 0;
  int folds = 0;
  bool folds_by_group = false;  // else by flag: there are too few groups
  // Of each flag by a fit that did not see its fold.
  CalibrationScores before;
  CalibrationScores after;
};

// Fewer cannot tell anything.
inline constexpr std::int64_t kMinDecided = 30;

// InvalidArgument for fewer than kMinDecided flags, and where all or none are
// right. The same flags in the same order give the same fit.
// O(flags x kinds^2) for each of some hundreds of fits.
absl::StatusOr<Calibration> FitCalibration(
    const std::vector<DecidedFlag>& flags);

// `base` with the calibration worked in: the same table with other weights.
LogisticModel Calibrated(const LogisticModel& base,
                         const Calibration& calibration);

// The model as LogisticModel::FromTsv reads it; each comment a line at the
// head, after "# ". Line breaks in them become spaces.
std::string ModelAsTsv(const LogisticModel& model,
                       const std::vector<std::string>& comments);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_CALIBRATE_CALIBRATION_H_
