// Fits logistic models (engine/base/logistic_model.h).
//
//   std::vector<FitRow> rows = ...;
//   LogisticModel m = FitLogistic(rows, {"head_cosine", "best_pair"}, {});
#ifndef RASHOMON_TOOLS_TRAIN_LOGISTIC_FIT_H_
#define RASHOMON_TOOLS_TRAIN_LOGISTIC_FIT_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/logistic_model.h"

namespace rashomon {

struct FitRow {
  std::vector<FeatureValue> features;
  bool positive = false;
  double weight = 1;  // of the row
  int fold = 0;       // for cross-validation by the caller
  bool target = false;  // of the set that the model is for (FitOptions)
};

struct FitOptions {
  // Ridge penalty on the standardised weights, per row, each as often as it
  // weighs; the bias is free.
  double l2 = 0.01;
  // Features that spread less are scaled by this instead: what a handful of
  // rows name would else be all but free of the ridge.
  double min_scale = 0;
  // Where above 0, each feature and the bias have, beside the weight that all
  // rows share, another for the rows of the target set, with this ridge, and
  // the model is their sum: what is marked by others teaches as far as it
  // agrees (Daumé 2007, frustratingly easy domain adaptation).
  double target_l2 = 0;
};

// By SolveLogistic on standardised features: each is scaled by its spread over
// all rows, and not centred, so that a feature which a row does not name is 0.
// (FitLogistic of regression.h has tables without gaps, and centres.)
// O(rows x features^2) a step.
LogisticModel FitLogistic(const std::vector<FitRow>& rows,
                          const std::vector<std::string>& features,
                          const FitOptions& options);

// Every feature name in the rows, sorted.
std::vector<std::string> FeatureNames(const std::vector<FitRow>& rows);

// A row a line, for a look at the data: label, fold, then name=value.
std::string RowsText(const std::vector<FitRow>& rows);

// The model as LogisticModel::FromTsv reads it; `comment` lines are put at the
// head, each after "# ".
std::string ModelTsv(const LogisticModel& model,
                     const std::vector<std::string>& comment);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_LOGISTIC_FIT_H_
