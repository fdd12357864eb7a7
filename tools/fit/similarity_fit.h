// The fit of the similarity model (engine/align/pair_scorer.h), on features
// that are at hand.
//
//   const LinearModel model = FitSimilarityModel(features, targets);
#ifndef RASHOMON_TOOLS_FIT_SIMILARITY_FIT_H_
#define RASHOMON_TOOLS_FIT_SIMILARITY_FIT_H_

#include <Eigen/Core>
#include <span>

#include "engine/align/linear_model.h"
#include "engine/align/pair_features.h"

namespace rashomon {

// What the model sees of a pair; the others get weight 0.
std::span<const PairFeature> SimilarityFeatures();

// Ridge regression over those. features: n x kPairFeatureCount, in the order of
// PairFeature; targets: n values in 0..1. O(n d^2).
LinearModel FitSimilarityRidge(const Eigen::MatrixXd& features,
                               const Eigen::VectorXd& targets);

// The same, then scaled so that a sentence has 1 with itself: what ships.
LinearModel FitSimilarityModel(const Eigen::MatrixXd& features,
                               const Eigen::VectorXd& targets);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_FIT_SIMILARITY_FIT_H_
