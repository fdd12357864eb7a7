#include "tools/train/fit_similarity.h"

#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include <Eigen/Core>

#include "absl/status/status.h"
#include "engine/align/pair_features.h"
#include "engine/align/pair_scorer.h"
#include "engine/base/span.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/text/word.h"
#include "tools/evaluate/gold_file.h"
#include "tools/evaluate/measures.h"
#include "tools/train/regression.h"

namespace rashomon {
namespace {

constexpr double kPenalty = 1;  // weak: 5,749 pairs against 11 features
constexpr int kFolds = 5;
constexpr double kHighestScore = 5;
// Distinct words of a sentence of news and its copy.
constexpr double kUsualLength = 40;

// What the model sees. Names and numbers that stand in both are left out: STS
// is half captions, which have neither, and on news pairs they only repeat the
// shared weight.
constexpr PairFeature kFitted[] = {
    PairFeature::kCosine,         PairFeature::kSoftCosine,
    PairFeature::kPlainCosine,    PairFeature::kBigramCosine,
    PairFeature::kNumberConflict, PairFeature::kNumberOneSided,
    PairFeature::kVectorCosine,   PairFeature::kWordMatch,
    PairFeature::kRestCosine,     PairFeature::kOpposites,
    PairFeature::kLength};

struct Sample {
  Eigen::MatrixXd features;  // n x kPairFeatureCount, zeros where not fitted
  Eigen::VectorXd targets;   // n, 0..1
};

absl::StatusOr<Sample> ReadSample(const WordModel& word_model,
                                  const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(const GoldTable table, ReadGoldTsv(path));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t score, table.Column("score"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t left, table.Column("left"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t right, table.Column("right"));
  const auto n = static_cast<Eigen::Index>(table.rows.size());
  Sample sample{Eigen::MatrixXd::Zero(n, kPairFeatureCount),
                Eigen::VectorXd::Zero(n)};
  WordSplitter splitter;
  const auto words = [&](std::string_view text) {
    return splitter.Split(text, Span{Field::kText, 0, text.size()});
  };
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto& row = table.rows[static_cast<std::size_t>(i)];
    double value = 0;
    const char* end = row[score].data() + row[score].size();
    if (std::from_chars(row[score].data(), end, value).ptr != end) {
      return absl::InvalidArgumentError(
          StrCat(path, ": line ", i + 2, ": score is no number"));
    }
    sample.targets[i] = value / kHighestScore;
    const PairFeatures f =
        FeaturesOf(word_model, words(row[left]), words(row[right]));
    for (const PairFeature feature : kFitted) {
      sample.features(i, static_cast<Eigen::Index>(feature)) = f[feature];
    }
  }
  return sample;
}

double ScoreRow(const LinearModel& model, const Sample& sample,
                Eigen::Index row) {
  const Eigen::VectorXd values = sample.features.row(row);
  return model.Score({values.data(), static_cast<std::size_t>(values.size())});
}

// The rows whose number leaves `fold`, or does not, when divided by kFolds.
Sample Fold(const Sample& sample, int fold, bool inside) {
  std::vector<Eigen::Index> rows;
  for (Eigen::Index i = 0; i < sample.targets.size(); ++i) {
    if ((i % kFolds == fold) == inside) rows.push_back(i);
  }
  return {sample.features(rows, Eigen::all), sample.targets(rows)};
}

double PearsonOf(const std::vector<double>& given,
                 const Eigen::VectorXd& targets) {
  return PearsonCorrelation(
      given, std::vector<double>(targets.data(),
                                 targets.data() + targets.size()));
}

double CrossValidate(const Sample& sample) {
  std::vector<double> given(static_cast<std::size_t>(sample.targets.size()));
  for (int fold = 0; fold < kFolds; ++fold) {
    const Sample train = Fold(sample, fold, false);
    const LinearModel model =
        FitRidge(train.features, train.targets, kPenalty);
    for (Eigen::Index i = fold; i < sample.targets.size(); i += kFolds) {
      given[static_cast<std::size_t>(i)] = ScoreRow(model, sample, i);
    }
  }
  return PearsonOf(given, sample.targets);
}

// What the model gives a sentence beside itself: all cosines 1, the rest 0.
double ScoreOfIdentity(const LinearModel& model) {
  PairFeatures identity;
  for (const PairFeature f :
       {PairFeature::kCosine, PairFeature::kSoftCosine,
        PairFeature::kPlainCosine, PairFeature::kBigramCosine,
        PairFeature::kVectorCosine, PairFeature::kWordMatch}) {
    identity[f] = 1;
  }
  identity[PairFeature::kLength] = std::log1p(kUsualLength);
  return model.Score(identity.values());
}

}  // namespace

absl::StatusOr<FittedSimilarity> FitSimilarity(const WordModel& word_model,
                                               const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(const Sample sample, ReadSample(word_model, path));
  FittedSimilarity fitted;
  fitted.model = FitRidge(sample.features, sample.targets, kPenalty);
  fitted.pairs = static_cast<int>(sample.targets.size());
  std::vector<double> given;
  for (Eigen::Index i = 0; i < sample.targets.size(); ++i) {
    given.push_back(ScoreRow(fitted.model, sample, i));
  }
  fitted.pearson = PearsonOf(given, sample.targets);
  fitted.cross_validated_pearson = CrossValidate(sample);
  for (const PairFeature feature : kFitted) {
    Sample rest = sample;
    rest.features.col(static_cast<Eigen::Index>(feature)).setZero();
    fitted.without.push_back({feature, CrossValidate(rest)});
  }
  // Least squares draws to the middle; correlation does not mind the scale.
  fitted.model = fitted.model.Scaled(1 / ScoreOfIdentity(fitted.model));
  return fitted;
}

}  // namespace rashomon
