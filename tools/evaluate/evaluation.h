// Scores against gold data: one evaluation for each gold set.
//
//   // tools/evaluate/similarity_eval.h
//   Evaluation SimilarityEvaluation();
//
//   // tools/evaluate/similarity_eval.cc
//   absl::StatusOr<std::vector<Score>> Run(const EvaluationInput& input) {
//     RASHOMON_ASSIGN_OR_RETURN(GoldTable table, ReadGoldTsv(input.path));
//     ...
//     return std::vector<Score>{{"Pearson", r, {{"pairs", n}}, kRule}};
//   }
//   Evaluation SimilarityEvaluation() {
//     return {"similarity/stsb_dev", "similarity/stsb_dev.tsv", Run};
//   }
//
// An evaluation is listed in tools/evaluate/registry.cc, in the order of the
// printed table. It reads the gold and the engine, and nothing else.
#ifndef RASHOMON_TOOLS_EVALUATE_EVALUATION_H_
#define RASHOMON_TOOLS_EVALUATE_EVALUATION_H_

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"

namespace rashomon {

// One figure, with what it was counted over.
struct Score {
  std::string measure;  // "Pearson", "F1", "P@5", "recall, weight 3"
  double value = 0;
  // What was counted, in the order of printing: {{"right", 47}, {"of", 49}}.
  std::vector<std::pair<std::string, std::int64_t>> counts;
  std::string rule;  // what counts as right, in one line
};

struct EvaluationInput {
  std::string path;         // of the gold: data folder + Evaluation::path
  std::string data_folder;  // for sets that need a second file beside it
  // Called now and then in long work; never null.
  std::function<void(const std::string& doing)> progress;
};

struct Evaluation {
  std::string set;   // "segmentation/golden_english"
  std::string path;  // the file or folder it needs, below the data folder
  // The figures, best-known first. An error names the file and line.
  std::function<absl::StatusOr<std::vector<Score>>(const EvaluationInput&)> run;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_EVALUATION_H_
