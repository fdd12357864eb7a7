#include "tools/train/contrastive.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

// Words 2 i and 2 i + 1 belong together.
TextPairs Pairs() {
  TextPairs pairs;
  for (int repeat = 0; repeat < 200; ++repeat) {
    for (std::int32_t i = 0; i < 8; ++i) {
      const std::int32_t left[] = {2 * i};
      const std::int32_t right[] = {2 * i + 1};
      pairs.Add(left, right);
    }
  }
  return pairs;
}

RowMatrix Start() {
  std::srand(3);
  return RowMatrix::Random(16, 12);
}

ContrastiveOptions Options() {
  ContrastiveOptions options;
  options.batch = 8;
  options.epochs = 2;
  options.temperature = 0.2f;
  return options;
}

TEST(ContrastiveTest, DrawsTogetherWhatBelongsTogether) {
  RowMatrix vectors = Start();
  FitContrastive(Pairs(), Options(), &vectors);
  ASSERT_TRUE(vectors.allFinite());
  NormalizeRows(&vectors);
  for (int i = 0; i < 8; ++i) {
    for (int j = 0; j < 8; ++j) {
      if (i == j) continue;
      EXPECT_GT(vectors.row(2 * i).dot(vectors.row(2 * i + 1)),
                vectors.row(2 * i).dot(vectors.row(2 * j + 1)) + 0.2f);
    }
  }
}

TEST(ContrastiveTest, SameBytesEveryTime) {
  RowMatrix a = Start();
  RowMatrix b = a;
  FitContrastive(Pairs(), Options(), &a);
  FitContrastive(Pairs(), Options(), &b);
  EXPECT_EQ(a, b);
}

TEST(ContrastiveTest, LossFalls) {
  std::vector<double> losses;
  ContrastiveOptions options = Options();
  options.progress = [&losses](double, double loss) { losses.push_back(loss); };
  RowMatrix vectors = Start();
  FitContrastive(Pairs(), options, &vectors);
  ASSERT_GT(losses.size(), 2u);
  EXPECT_LT(losses.back(), losses.front());
}

TEST(ContrastiveTest, TooFewPairsChangeNothing) {
  RowMatrix vectors = Start();
  ContrastiveOptions options = Options();
  options.batch = 100000;
  FitContrastive(Pairs(), options, &vectors);
  EXPECT_EQ(vectors, Start());
}

}  // namespace
}  // namespace rashomon
