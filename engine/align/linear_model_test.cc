#include "engine/align/linear_model.h"

#include <string>

#include "engine/align/pair_scorer.h"
#include "engine/align/shipped_models.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::string ErrorOf(std::string_view table) {
  return LinearModel::Parse(table, "m.tsv", {"a", "b"}).status().ToString();
}

TEST(LinearModelTest, ScoresBiasAndWeightedValues) {
  const auto model = LinearModel::Parse(
      "# c\nfeature\tweight\nbias\t1\nb\t-2.5\n", "m.tsv", {"a", "b"});
  ASSERT_TRUE(model.ok());
  const double values[] = {7, 2};
  EXPECT_DOUBLE_EQ(model->Score(values), -4);
}

TEST(LinearModelTest, ATableGivesTheModelBack) {
  const LinearModel model(0.5, {0, -1.25});
  const std::string table = model.ToTable("# two\n", {"a", "b"});
  const auto back = LinearModel::Parse(table, "m.tsv", {"a", "b"});
  ASSERT_TRUE(back.ok()) << table;
  EXPECT_EQ(back->ToTable("# two\n", {"a", "b"}), table);
}

TEST(LinearModelTest, ErrorsNameTheLine) {
  EXPECT_NE(ErrorOf("feature\tweight\nc\t1\n").find("m.tsv: line 2: unknown"),
            std::string::npos);
  EXPECT_NE(ErrorOf("feature\tweight\na\t1\na\t1\n").find("line 3"),
            std::string::npos);
  EXPECT_NE(ErrorOf("feature\tweight\na\tnan\n").find("finite"),
            std::string::npos);
  EXPECT_NE(ErrorOf("feature\tweight\na\tinf\n").find("finite"),
            std::string::npos);
  EXPECT_NE(ErrorOf("feature\tweight\na\t1x\n").find("line 2"),
            std::string::npos);
  EXPECT_NE(ErrorOf("").find("no header"), std::string::npos);
}

TEST(LinearModelTest, LogisticIsFiniteEverywhere) {
  EXPECT_DOUBLE_EQ(Logistic(0), 0.5);
  EXPECT_EQ(Logistic(1000), 1);
  EXPECT_EQ(Logistic(-1000), 0);
}

TEST(LinearModelTest, ShippedSimilarityModelParses) {
  const auto model = LinearModel::Parse(ShippedSimilarityModel(), "shipped",
                                        PairFeatureNames());
  EXPECT_TRUE(model.ok()) << model.status().ToString();
}

}  // namespace
}  // namespace rashomon
