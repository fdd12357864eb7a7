#include "tools/fit/similarity_fit.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/align/pair_features.h"

namespace rashomon {
namespace {

constexpr Eigen::Index kRows = 40;

// The target is a third of the cosine, less a tenth where numbers conflict.
// The shared weight repeats the target, and is not for the model.
struct Table {
  Eigen::MatrixXd features = Eigen::MatrixXd::Zero(kRows, kPairFeatureCount);
  Eigen::VectorXd targets = Eigen::VectorXd::Zero(kRows);

  Table() {
    for (Eigen::Index i = 0; i < kRows; ++i) {
      const double cosine = static_cast<double>(i) / kRows;
      const double conflict = i % 3 == 0;
      targets[i] = 0.4 + cosine / 3 - conflict / 10;
      Set(i, PairFeature::kCosine, cosine);
      Set(i, PairFeature::kNumberConflict, conflict);
      Set(i, PairFeature::kSharedWeight, targets[i]);
    }
  }
  void Set(Eigen::Index row, PairFeature feature, double value) {
    features(row, static_cast<Eigen::Index>(feature)) = value;
  }
};

double ScoreOf(const LinearModel& model, double cosine, double conflict,
               double shared = 0) {
  PairFeatures f;
  f[PairFeature::kCosine] = cosine;
  f[PairFeature::kNumberConflict] = conflict;
  f[PairFeature::kSharedWeight] = shared;
  return model.Score(f.values());
}

TEST(FitSimilarityModel, GivesASentenceOneWithItself) {
  const Table table;
  EXPECT_NEAR(ScoreOf(FitSimilarityModel(table.features, table.targets), 1, 0),
              1, 1e-9);
}

TEST(FitSimilarityModel, KeepsTheOrderOfTheTargets) {
  const Table table;
  const LinearModel model = FitSimilarityModel(table.features, table.targets);
  EXPECT_GT(ScoreOf(model, 0.8, 0), ScoreOf(model, 0.7, 0));
  EXPECT_GT(ScoreOf(model, 0.8, 0), ScoreOf(model, 0.8, 1));
}

TEST(FitSimilarityModel, DoesNotSeeTheSharedWeight) {
  const Table table;
  const LinearModel model = FitSimilarityModel(table.features, table.targets);
  EXPECT_EQ(ScoreOf(model, 0.5, 0, 0), ScoreOf(model, 0.5, 0, 3));
}

}  // namespace
}  // namespace rashomon
