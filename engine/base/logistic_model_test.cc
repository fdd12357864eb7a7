#include "engine/base/logistic_model.h"

#include <cmath>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr char kTable[] =
    "# fitted on nothing\n"
    "feature\tweight\tmean\tscale\n"
    "bias\t-1\t0\t1\n"
    "cosine\t2\t0.5\t0.25\n";

TEST(LogisticModelTest, ScoresStandardisedFeatures) {
  const auto model = LogisticModel::FromTsv(kTable, "table");
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_DOUBLE_EQ(model->Score({{"cosine", 0.75}}), 1.0);
  EXPECT_DOUBLE_EQ(model->Probability({{"cosine", 0.75}}),
                   1 / (1 + std::exp(-1.0)));
}

TEST(LogisticModelTest, MissingFeatureIsZeroAndUnknownOneIsIgnored) {
  const auto model = LogisticModel::FromTsv(kTable, "table");
  ASSERT_TRUE(model.ok()) << model.status();
  EXPECT_DOUBLE_EQ(model->Score({{"other", 9}}), -1 - 4.0);
}

TEST(LogisticModelTest, ScoresByPlacesAreThoseByNames) {
  const auto model = LogisticModel::FromTsv(kTable, "table");
  ASSERT_TRUE(model.ok()) << model.status();
  const std::size_t cosine = model->PlaceOf("cosine");
  EXPECT_EQ(model->PlaceOf("other"), LogisticModel::kNone);
  EXPECT_EQ(model->ScoreOf({{LogisticModel::kNone, 9},
                            {cosine, 0.6},
                            {cosine, 0.7},
                            {model->PlaceOf("bias"), 7}}),
            model->Score({{"other", 9}, {"cosine", 0.6}, {"cosine", 0.7},
                          {"bias", 7}}));
  EXPECT_EQ(model->ScoreOf({{cosine, 0.6}}), model->Score({{"cosine", 0.6}}));
  EXPECT_EQ(model->ScoreOf({}), -1 + 2 * (0 - 0.5) / 0.25);
}

TEST(LogisticModelTest, OfManyFeaturesOfOneNameTheFirstCountsToo) {
  std::vector<LogisticModel::Weight> weights;
  std::vector<FeatureValue> forward, doubled;
  for (int i = 0; i < 60; ++i) {
    weights.push_back({std::to_string(i), 0.1 * i - 1, 0, 1});
    forward.push_back({std::to_string(i), 1.0 / (i + 3)});
  }
  const LogisticModel model(weights);
  for (auto f = forward.rbegin(); f != forward.rend(); ++f) {
    doubled.push_back(*f);
    doubled.push_back({f->name, 7});
  }
  EXPECT_EQ(model.Score(doubled), model.Score(forward));
  double sum = 0;
  for (int i = 0; i < 60; ++i) sum += (0.1 * i - 1) * (1.0 / (i + 3));
  EXPECT_DOUBLE_EQ(model.Score(forward), sum);
}

TEST(LogisticModelTest, VersionFollowsTheWeights) {
  const LogisticModel a({{"x", 1, 0, 1}});
  const LogisticModel b({{"x", 2, 0, 1}});
  EXPECT_NE(a.version(), b.version());
  EXPECT_EQ(a.version(), LogisticModel({{"x", 1, 0, 1}}).version());
}

TEST(LogisticModelTest, BadLineIsNamed) {
  for (const char* bad : {"x\tnot a number", "x", "x\t1\t0\t0", "\t1",
                          "x\tnan", "x\t1\t2\t3\t4"}) {
    const auto model =
        LogisticModel::FromTsv(std::string("feature\tweight\n") + bad, "w.tsv");
    ASSERT_FALSE(model.ok()) << bad;
    EXPECT_NE(model.status().message().find("w.tsv:2"), absl::string_view::npos);
  }
}

}  // namespace
}  // namespace rashomon
