// Fits the similarity model (engine/align/pair_scorer.h) on pairs of sentences
// with a graded similarity.
#ifndef RASHOMON_TOOLS_TRAIN_FIT_SIMILARITY_H_
#define RASHOMON_TOOLS_TRAIN_FIT_SIMILARITY_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/align/linear_model.h"
#include "engine/align/pair_features.h"
#include "engine/embed/word_model.h"

namespace rashomon {

struct FittedSimilarity {
  LinearModel model;
  int pairs = 0;
  double pearson = 0;                  // on the pairs fitted on
  double cross_validated_pearson = 0;  // five folds, every fifth pair
  // The same without one of the features: what each buys.
  std::vector<std::pair<PairFeature, double>> without;
};

// `path`: TSV with columns score (0 to 5), left and right. Ridge regression of
// score / 5 on the features, then scaled so that a sentence has 1 with itself.
// The error names the file and line.
absl::StatusOr<FittedSimilarity> FitSimilarity(const WordModel& word_model,
                                               const std::string& path);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_FIT_SIMILARITY_H_
