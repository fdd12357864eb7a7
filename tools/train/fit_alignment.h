// Fits the alignment model (engine/align/aligner.h) on marked pairs of reports.
#ifndef RASHOMON_TOOLS_TRAIN_FIT_ALIGNMENT_H_
#define RASHOMON_TOOLS_TRAIN_FIT_ALIGNMENT_H_

#include <vector>

#include "engine/align/linear_model.h"
#include "engine/embed/word_model.h"
#include "tools/evaluate/alignment_gold.h"

namespace rashomon {

struct ThresholdScore {
  double threshold = 0;
  AlignmentCounts counts;
  MatchCounts strict;
};

struct FittedAlignment {
  LinearModel model;  // on all cases
  int cases = 0;
  int positives = 0;
  int negatives = 0;
  // Every case scored by a model that saw no case of its fold.
  std::vector<ThresholdScore> cross_validated;
  // Expected calibration error of the candidates' probabilities, ten bins.
  double calibration_error = 0;
};

// Logistic regression on the candidates of all cases. In a gold alignment of
// several sentences, the best partner (by soft cosine) of each sentence of the
// side with fewer is a positive, other pairs inside it are left out. Five folds
// over reports; reports that share an article are in one fold.
FittedAlignment FitAlignment(const WordModel& word_model,
                             const std::vector<AlignmentCase>& cases);

// Which of five folds each case is in.
std::vector<int> FoldsOf(const std::vector<AlignmentCase>& cases);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_FIT_ALIGNMENT_H_
