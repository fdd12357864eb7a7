#include "tools/evaluate/paraphrase_eval.h"

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/align/linear_model.h"
#include "engine/align/surface_overlap.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"
#include "tools/evaluate/measures.h"
#include "tools/evaluate/similarity_gold.h"
#include "tools/fit/regression.h"

namespace rashomon {
namespace {

constexpr int kFolds = 10;
constexpr double kPenalty = 1;  // weak: 4,076 pairs against 32 features
constexpr char kRule[] =
    "a pair is a paraphrase where a logistic model of the pair features gives "
    "0.5 or more; ten folds, each tenth pair judged by the model of the others";
constexpr char kOrderRule[] =
    "the same, with the runs of words and letters that both share beside the "
    "pair features (engine/align/surface_overlap.h), which nothing ships with "
    "yet";

struct Sample {
  Eigen::MatrixXd features;  // n x features
  Eigen::VectorXd labels;    // n, 0 or 1
};

// n x kSurfaceFeatureCount.
Eigen::MatrixXd OverlapTable(const std::vector<SimilarityPair>& pairs) {
  Eigen::MatrixXd table(static_cast<Eigen::Index>(pairs.size()),
                        kSurfaceFeatureCount);
  WordSplitter splitter;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto f = SurfaceOverlap(WordsOf(pairs[i].left, &splitter),
                                  WordsOf(pairs[i].right, &splitter));
    table.row(static_cast<Eigen::Index>(i)) =
        Eigen::Map<const Eigen::RowVectorXd>(f.data(), kSurfaceFeatureCount);
  }
  return table;
}

Eigen::MatrixXd Beside(const Eigen::MatrixXd& left,
                       const Eigen::MatrixXd& right) {
  Eigen::MatrixXd both(left.rows(), left.cols() + right.cols());
  both << left, right;
  return both;
}

struct Samples {
  Sample shipped;  // the pair features
  Sample ordered;  // those and the overlap in order
};

absl::StatusOr<Samples> ReadSamples(const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(const WordModel word_model, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<SimilarityPair> pairs,
                            ReadSimilarityGold(path));
  Eigen::VectorXd labels(static_cast<Eigen::Index>(pairs.size()));
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].score != 0 && pairs[i].score != 1) {
      return absl::InvalidArgumentError(
          StrCat(path, ": line ", i + 2, ": score is neither 0 nor 1"));
    }
    labels[static_cast<Eigen::Index>(i)] = pairs[i].score;
  }
  if (pairs.size() < 2 * kFolds) {
    return absl::InvalidArgumentError(
        StrCat(path, ": fewer than ", 2 * kFolds, " pairs for ten folds"));
  }
  const Eigen::MatrixXd features = FeatureTable(word_model, pairs);
  return Samples{{features, labels},
                 {Beside(features, OverlapTable(pairs)), labels}};
}

LinearModel FitOutside(const Sample& sample, int fold) {
  std::vector<Eigen::Index> rows;
  for (Eigen::Index i = 0; i < sample.labels.size(); ++i) {
    if (i % kFolds != fold) rows.push_back(i);
  }
  return FitLogistic(sample.features(rows, Eigen::all), sample.labels(rows),
                     kPenalty);
}

bool IsParaphrase(const LinearModel& model, const Sample& sample,
                  Eigen::Index row) {
  const Eigen::VectorXd values = sample.features.row(row);
  return model.Score(
             {values.data(), static_cast<std::size_t>(values.size())}) >= 0;
}

struct Judged {
  MatchCounts paraphrases;
  std::int64_t right = 0;  // of either kind
};

Judged JudgeByFolds(const Sample& sample) {
  Judged judged;
  for (int fold = 0; fold < kFolds; ++fold) {
    const LinearModel model = FitOutside(sample, fold);
    for (Eigen::Index i = fold; i < sample.labels.size(); i += kFolds) {
      const bool found = IsParaphrase(model, sample, i);
      const bool gold = sample.labels[i] == 1;
      judged.paraphrases.found += found;
      judged.paraphrases.gold += gold;
      judged.paraphrases.right += found && gold;
      judged.right += found == gold;
    }
  }
  return judged;
}

void AddScores(const std::string& suffix, const Sample& sample,
               const char* rule, std::vector<Score>* scores) {
  const Judged judged = JudgeByFolds(sample);
  const auto pairs = static_cast<std::int64_t>(sample.labels.size());
  const MatchCounts& c = judged.paraphrases;
  scores->push_back(
      {StrCat("accuracy", suffix),
       static_cast<double>(judged.right) / static_cast<double>(pairs),
       {{"right", judged.right}, {"of", pairs}},
       rule});
  scores->push_back({StrCat("F1", suffix),
                     c.f1(),
                     {{"right", c.right}, {"found", c.found}, {"gold", c.gold}},
                     rule});
}

absl::StatusOr<std::vector<Score>> Run(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const Samples samples, ReadSamples(input.path));
  std::vector<Score> scores;
  AddScores("", samples.shipped, kRule, &scores);
  AddScores(", with order", samples.ordered, kOrderRule, &scores);
  return scores;
}

}  // namespace

Evaluation ParaphraseEvaluation() {
  return {"similarity/mrpc_train", "similarity/mrpc_train.tsv", Run};
}

}  // namespace rashomon
