#include "engine/embed/randomized_svd.h"

#include <Eigen/SVD>
#include <cmath>
#include <cstdlib>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

// Sparse, with singular values that fall.
SparseRows TestMatrix(int n, int v) {
  std::srand(5);
  Eigen::MatrixXf dense = Eigen::MatrixXf::Zero(n, v);
  for (int i = 0; i < n; ++i) {
    for (int c = 0; c < 6; ++c) {
      const int column = (std::rand() % (v / (1 + i % 4)));
      dense(i, column) = 1.0f + static_cast<float>(std::rand() % 100) / 50;
    }
  }
  return dense.sparseView();
}

TEST(RandomizedSvdTest, EqualsTheExactDecomposition) {
  const SparseRows a = TestMatrix(60, 40);
  const Eigen::MatrixXf dense(a);
  const Eigen::JacobiSVD<Eigen::MatrixXf> exact(
      dense, Eigen::ComputeThinU | Eigen::ComputeThinV);
  const int d = 8;
  const TruncatedSvd svd =
      RandomizedSvd(a, {.dimensions = d, .power_iterations = 12});
  ASSERT_EQ(svd.singular_values.size(), d);
  for (int i = 0; i < d; ++i) {
    EXPECT_NEAR(svd.singular_values[i] / exact.singularValues()[i], 1, 1e-3);
    EXPECT_NEAR(std::abs(svd.v.col(i).dot(exact.matrixV().col(i))), 1, 0.02)
        << i;
  }
  const Eigen::MatrixXf near =
      svd.u * svd.singular_values.asDiagonal() * svd.v.transpose();
  const float best = exact.singularValues().tail(40 - d).norm();
  EXPECT_LT((dense - near).norm(), 1.001f * best);
}

TEST(RandomizedSvdTest, ColumnsAreOrthonormal) {
  const TruncatedSvd svd = RandomizedSvd(TestMatrix(50, 80), {.dimensions = 7});
  EXPECT_TRUE((svd.v.transpose() * svd.v).isIdentity(1e-4f));
  EXPECT_TRUE((svd.u.transpose() * svd.u).isIdentity(1e-4f));
}

TEST(RandomizedSvdTest, TwiceTheSame) {
  const SparseRows a = TestMatrix(50, 80);
  EXPECT_EQ(RandomizedSvd(a, {.dimensions = 5}).v,
            RandomizedSvd(a, {.dimensions = 5}).v);
}

TEST(RandomizedSvdTest, RankBoundsTheDimensions) {
  Eigen::MatrixXf dense = Eigen::MatrixXf::Zero(6, 9);
  dense.row(0).setOnes();
  dense.row(3).setConstant(2);
  const SparseRows rank_one = dense.sparseView();
  const TruncatedSvd svd = RandomizedSvd(rank_one, {.dimensions = 4});
  ASSERT_EQ(svd.singular_values.size(), 1);
  EXPECT_NEAR(svd.singular_values[0], std::sqrt(45.0f), 1e-4);
  EXPECT_EQ(svd.u.rows(), 6);
  EXPECT_EQ(svd.v.rows(), 9);
}

TEST(RandomizedSvdTest, ZerosAndEmptyMatricesHaveRankZero) {
  EXPECT_EQ(RandomizedSvd(SparseRows(5, 4)).singular_values.size(), 0);
  EXPECT_EQ(RandomizedSvd(SparseRows(0, 4)).singular_values.size(), 0);
  EXPECT_EQ(RandomizedSvd(SparseRows(5, 0)).singular_values.size(), 0);
  EXPECT_EQ(RandomizedSvd(TestMatrix(20, 20), {.dimensions = 0}).v.cols(), 0);
}

}  // namespace
}  // namespace rashomon
