#include "tools/train/logistic_fit.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<FitRow> Rows() {
  std::vector<FitRow> rows;
  for (int i = 0; i < 40; ++i) {
    const double x = i / 40.0;
    // Noise on every fifth row keeps the weights finite.
    rows.push_back({{{"x", x}, {"noise", (i * 7 % 11) / 11.0}},
                    (x > 0.5) != (i % 5 == 0), 1, 0});
  }
  return rows;
}

TEST(FitLogisticTest, FindsTheFeatureThatDecides) {
  const LogisticModel m = FitLogistic(Rows(), {"x", "noise"}, {});
  EXPECT_GT(m.Probability({{"x", 0.9}, {"noise", 0.5}}), 0.6);
  EXPECT_LT(m.Probability({{"x", 0.1}, {"noise", 0.5}}), 0.4);
}

TEST(FitLogisticTest, MeanProbabilityIsTheShareOfPositives) {
  const std::vector<FitRow> rows = Rows();
  const LogisticModel m = FitLogistic(rows, {"x", "noise"}, {});
  double sum = 0, positive = 0;
  for (const FitRow& row : rows) {
    sum += m.Probability(row.features);
    positive += row.positive;
  }
  EXPECT_NEAR(sum, positive, 1e-3);
}

TEST(ModelTsvTest, ReadsBack) {
  const LogisticModel m = FitLogistic(Rows(), FeatureNames(Rows()), {});
  const auto back = LogisticModel::FromTsv(ModelTsv(m, {"a note"}), "tsv");
  ASSERT_TRUE(back.ok()) << back.status();
  EXPECT_NEAR(back->Probability({{"x", 0.7}, {"noise", 0.2}}),
              m.Probability({{"x", 0.7}, {"noise", 0.2}}), 1e-3);
}

// Both sets agree on "shared"; "apart" speaks for the target set's rows and
// against the others'.
std::vector<FitRow> TwoSets() {
  std::vector<FitRow> rows;
  for (int i = 0; i < 400; ++i) {
    const bool target = i % 4 == 0, shared = i % 8 < 4, apart = i % 16 < 8;
    FitRow row;
    row.target = target;
    if (shared) row.features.push_back({"shared", 1});
    if (apart) row.features.push_back({"apart", 1});
    const int for_it = (shared ? 1 : -1) + (apart == target ? 1 : -1);
    row.positive = for_it > 0 || (for_it == 0 && i % 3 == 0);
    rows.push_back(std::move(row));
  }
  return rows;
}

TEST(FitLogisticTest, TheTargetSetKeepsItsOwnWeights) {
  FitOptions options;
  const LogisticModel pooled =
      FitLogistic(TwoSets(), {"apart", "shared"}, options);
  options.target_l2 = 0.01;
  const LogisticModel own =
      FitLogistic(TwoSets(), {"apart", "shared"}, options);
  const std::vector<FeatureValue> apart = {{"apart", 1}};
  const std::vector<FeatureValue> shared = {{"shared", 1}};
  // The other rows are three times as many.
  EXPECT_LT(pooled.Probability(apart), pooled.Probability({}));
  EXPECT_GT(own.Probability(apart), own.Probability({}));
  EXPECT_GT(own.Probability(shared), own.Probability({}));
}

}  // namespace
}  // namespace rashomon
