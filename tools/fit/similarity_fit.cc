#include "tools/fit/similarity_fit.h"

#include <cmath>

#include "tools/fit/regression.h"

namespace rashomon {
namespace {

constexpr double kPenalty = 1;  // weak: 5,749 pairs against 11 features
// Distinct words of a sentence of news and its copy.
constexpr double kUsualLength = 40;

// What the model sees. Numbers that stand in both are left out: STS is half
// captions, which have none, and on news pairs they only repeat the shared
// weight.
constexpr PairFeature kFitted[] = {
    PairFeature::kCosine,         PairFeature::kSoftCosine,
    PairFeature::kPlainCosine,    PairFeature::kBigramCosine,
    PairFeature::kNumberConflict, PairFeature::kNumberOneSided,
    PairFeature::kVectorCosine,   PairFeature::kWordMatch,
    PairFeature::kRestCosine,     PairFeature::kOpposites,
    PairFeature::kLength};

// Zeros where the model does not see: such a feature gets weight 0.
Eigen::MatrixXd SeenAlone(const Eigen::MatrixXd& features) {
  Eigen::MatrixXd seen =
      Eigen::MatrixXd::Zero(features.rows(), features.cols());
  for (const PairFeature feature : kFitted) {
    const auto column = static_cast<Eigen::Index>(feature);
    seen.col(column) = features.col(column);
  }
  return seen;
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

std::span<const PairFeature> SimilarityFeatures() { return kFitted; }

LinearModel FitSimilarityRidge(const Eigen::MatrixXd& features,
                               const Eigen::VectorXd& targets) {
  return FitRidge(SeenAlone(features), targets, kPenalty);
}

LinearModel FitSimilarityModel(const Eigen::MatrixXd& features,
                               const Eigen::VectorXd& targets) {
  const LinearModel model = FitSimilarityRidge(features, targets);
  // Least squares draws to the middle; correlation does not mind the scale.
  return model.Scaled(1 / ScoreOfIdentity(model));
}

}  // namespace rashomon
