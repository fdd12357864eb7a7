#include "tools/review/calibrate/calibration.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

namespace rashomon {
namespace {

double Logit(double p) { return std::log(p / (1 - p)); }
double Probability(double score) { return 1 / (1 + std::exp(-score)); }

// Flags whose true probability is slope * score + shift, and of labels more.
std::vector<DecidedFlag> Decided(int count, double slope, double shift,
                                 double label_shift) {
  std::mt19937_64 random(5);
  std::uniform_real_distribution<double> uniform(0.02, 0.98);
  std::vector<DecidedFlag> flags;
  for (int i = 0; i < count; ++i) {
    DecidedFlag flag;
    flag.kind = i % 2 == 0 ? DivergenceKind::kLabel : DivergenceKind::kCause;
    flag.confidence = uniform(random);
    flag.group = i % 25;
    const double score =
        slope * Logit(flag.confidence) + shift +
        (flag.kind == DivergenceKind::kLabel ? label_shift : 0);
    flag.right = std::uniform_real_distribution<double>(0, 1)(random) <
                 Probability(score);
    flags.push_back(flag);
  }
  return flags;
}

TEST(CalibrationTest, FindsWhatTheVerdictsWereMadeBy) {
  const Calibration c = *FitCalibration(Decided(4000, 0.5, -1, 1.5));
  EXPECT_NEAR(c.slope, 0.5, 0.1);
  const double label = c.shift + c.kind_shifts.at(DivergenceKind::kLabel);
  const double cause = c.shift + c.kind_shifts.at(DivergenceKind::kCause);
  EXPECT_NEAR(label, 0.5, 0.15);
  EXPECT_NEAR(cause, -1, 0.15);
  EXPECT_LT(c.after.log_loss, c.before.log_loss - 0.1);
  EXPECT_LT(c.after.calibration_error, c.before.calibration_error);
  EXPECT_TRUE(c.folds_by_group);
  EXPECT_EQ(c.folds, 10);
}

TEST(CalibrationTest, AModelThatIsRightStaysNearlyAsItIs) {
  const Calibration c = *FitCalibration(Decided(4000, 1, 0, 0));
  EXPECT_NEAR(c.slope, 1, 0.1);
  EXPECT_NEAR(c.shift, 0, 0.15);
  EXPECT_NEAR(c.after.log_loss, c.before.log_loss, 0.005);
}

TEST(CalibrationTest, TooLittleIsRefusedWithTheCount) {
  const auto few = FitCalibration(Decided(29, 1, 0, 0));
  EXPECT_TRUE(absl::IsInvalidArgument(few.status()));
  EXPECT_NE(few.status().message().find("29"), std::string::npos);
  std::vector<DecidedFlag> one_sided = Decided(60, 1, 0, 0);
  for (DecidedFlag& flag : one_sided) flag.right = true;
  EXPECT_FALSE(FitCalibration(one_sided).ok());
}

TEST(CalibrationTest, FewPairsAreFoldedByFlag) {
  std::vector<DecidedFlag> flags = Decided(100, 1, 0, 0);
  for (DecidedFlag& flag : flags) flag.group = 1;
  const Calibration c = *FitCalibration(flags);
  EXPECT_FALSE(c.folds_by_group);
  EXPECT_EQ(c.folds, 10);
}

TEST(CalibrationTest, TheTableGivesTheCalibratedScores) {
  const LogisticModel base({{"bias", -2, 0, 1},
                            {"label", 0.2, 0.25, 0.5},
                            {"label.lead", 0.7, 0.1, 0.3}});
  Calibration c;
  c.slope = 0.6;
  c.shift = 0.4;
  c.kind_shifts = {{DivergenceKind::kLabel, 1.5},
                   {DivergenceKind::kCause, -0.5}};
  const LogisticModel fitted = Calibrated(base, c);
  const std::vector<FeatureValue> label = {{"label", 1}, {"label.lead", 0.8}};
  const std::vector<FeatureValue> cause = {{"cause", 1}};
  const std::vector<FeatureValue> other = {{"omission", 1}};
  EXPECT_NEAR(fitted.Score(label), 0.6 * base.Score(label) + 0.4 + 1.5, 1e-9);
  EXPECT_NEAR(fitted.Score(cause), 0.6 * base.Score(cause) + 0.4 - 0.5, 1e-9);
  EXPECT_NEAR(fitted.Score(other), 0.6 * base.Score(other) + 0.4, 1e-9);
  const auto read = LogisticModel::FromTsv(
      ModelAsTsv(fitted, {"a comment\nof two lines"}), "test");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_NEAR(read->Score(label), fitted.Score(label), 1e-3);
}

}  // namespace
}  // namespace rashomon
