#include "tools/fit/regression.h"

#include <cmath>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

double ScoreOf(const LinearModel& model, double a, double b) {
  const double values[] = {a, b};
  return model.Score(values);
}

TEST(FitRidgeTest, FindsALineThatIsThere) {
  Eigen::MatrixXd features(4, 2);
  features << 0, 1, 1, 0, 2, 5, 3, 3;
  const Eigen::VectorXd targets =
      (2 * features.col(0) - features.col(1)).array() + 7;
  const LinearModel model = FitRidge(features, targets, 1e-9);
  EXPECT_NEAR(ScoreOf(model, 10, 4), 23, 1e-5);
}

TEST(FitRidgeTest, AFeatureThatDoesNotVaryGetsNoWeight) {
  Eigen::MatrixXd features(3, 2);
  features << 1, 5, 2, 5, 3, 5;
  const LinearModel model =
      FitRidge(features, Eigen::Vector3d(1, 2, 3), 1e-9);
  EXPECT_NEAR(ScoreOf(model, 2, 5), ScoreOf(model, 2, 500), 1e-9);
}

TEST(FitLogisticTest, MeanProbabilityIsTheShareOfPositives) {
  Eigen::MatrixXd features(200, 1);
  Eigen::VectorXd labels(200);
  double expected = 0;
  for (int i = 0; i < 200; ++i) {
    features(i, 0) = (i % 20) / 20.0;
    labels[i] = (i * 7919 % 20) / 20.0 < features(i, 0) ? 1 : 0;
    expected += labels[i];
  }
  const LinearModel model = FitLogistic(features, labels, 0.1);
  double sum = 0;
  for (int i = 0; i < 200; ++i) {
    const double value[] = {features(i, 0)};
    sum += Logistic(model.Score(value));
  }
  EXPECT_NEAR(sum, expected, 0.1);
}

TEST(FitLogisticTest, SeparableClassesStayFinite) {
  Eigen::MatrixXd features(4, 1);
  features << 0, 1, 10, 11;
  const LinearModel model =
      FitLogistic(features, Eigen::Vector4d(0, 0, 1, 1), 0.1);
  const double high[] = {11.0};
  const double low[] = {0.0};
  EXPECT_TRUE(std::isfinite(model.Score(high)));
  EXPECT_GT(model.Score(high), 0);
  EXPECT_LT(model.Score(low), 0);
}

}  // namespace
}  // namespace rashomon
