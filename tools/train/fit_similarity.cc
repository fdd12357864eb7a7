#include "tools/train/fit_similarity.h"

#include <Eigen/Core>
#include <vector>

#include "engine/base/status_macros.h"
#include "tools/evaluate/measures.h"
#include "tools/evaluate/similarity_gold.h"
#include "tools/fit/similarity_fit.h"

namespace rashomon {
namespace {

constexpr int kFolds = 5;
constexpr double kHighestScore = 5;

struct Sample {
  Eigen::MatrixXd features;  // n x kPairFeatureCount
  Eigen::VectorXd targets;   // n, 0..1
};

absl::StatusOr<Sample> ReadSample(const WordModel& word_model,
                                  const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<SimilarityPair> pairs,
                            ReadSimilarityGold(path));
  Sample sample{FeatureTable(word_model, pairs),
                Eigen::VectorXd(static_cast<Eigen::Index>(pairs.size()))};
  for (Eigen::Index i = 0; i < sample.targets.size(); ++i) {
    sample.targets[i] =
        pairs[static_cast<std::size_t>(i)].score / kHighestScore;
  }
  return sample;
}

double ScoreRow(const LinearModel& model, const Sample& sample,
                Eigen::Index row) {
  const Eigen::VectorXd values = sample.features.row(row);
  return model.Score({values.data(), static_cast<std::size_t>(values.size())});
}

// The rows whose number does not leave `fold` when divided by kFolds.
Sample Outside(const Sample& sample, int fold) {
  std::vector<Eigen::Index> rows;
  for (Eigen::Index i = 0; i < sample.targets.size(); ++i) {
    if (i % kFolds != fold) rows.push_back(i);
  }
  return {sample.features(rows, Eigen::all), sample.targets(rows)};
}

double PearsonOf(const std::vector<double>& given,
                 const Eigen::VectorXd& targets) {
  return PearsonCorrelation(
      given,
      std::vector<double>(targets.data(), targets.data() + targets.size()));
}

double CrossValidate(const Sample& sample) {
  std::vector<double> given(static_cast<std::size_t>(sample.targets.size()));
  for (int fold = 0; fold < kFolds; ++fold) {
    const Sample train = Outside(sample, fold);
    const LinearModel model = FitSimilarityRidge(train.features, train.targets);
    for (Eigen::Index i = fold; i < sample.targets.size(); i += kFolds) {
      given[static_cast<std::size_t>(i)] = ScoreRow(model, sample, i);
    }
  }
  return PearsonOf(given, sample.targets);
}

}  // namespace

absl::StatusOr<FittedSimilarity> FitSimilarity(const WordModel& word_model,
                                               const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(const Sample sample, ReadSample(word_model, path));
  FittedSimilarity fitted;
  fitted.model = FitSimilarityModel(sample.features, sample.targets);
  fitted.pairs = static_cast<int>(sample.targets.size());
  std::vector<double> given;
  for (Eigen::Index i = 0; i < sample.targets.size(); ++i) {
    given.push_back(ScoreRow(fitted.model, sample, i));
  }
  fitted.pearson = PearsonOf(given, sample.targets);
  fitted.cross_validated_pearson = CrossValidate(sample);
  for (const PairFeature feature : SimilarityFeatures()) {
    Sample rest = sample;
    rest.features.col(static_cast<Eigen::Index>(feature)).setZero();
    fitted.without.push_back({feature, CrossValidate(rest)});
  }
  return fitted;
}

}  // namespace rashomon
