#include "engine/embed/common_component.h"

#include <Eigen/SVD>

#include <cmath>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(CommonComponentTest, EqualsTheFirstSingularVector) {
  std::srand(7);
  RowMatrix m = RowMatrix::Random(40, 12);
  m.rowwise() += Eigen::RowVectorXf::LinSpaced(12, -1, 1);
  const Eigen::JacobiSVD<Eigen::MatrixXf> svd(m, Eigen::ComputeThinV);
  const Eigen::VectorXf component = CommonComponent(m);
  EXPECT_NEAR(component.norm(), 1, 1e-5);
  EXPECT_NEAR(std::abs(component.dot(svd.matrixV().col(0))), 1, 1e-5);
}

TEST(CommonComponentTest, RemovedRowsAreOrthogonalToIt) {
  std::srand(8);
  RowMatrix m = RowMatrix::Random(30, 8).array() + 0.5f;
  const Eigen::VectorXf component = CommonComponent(m);
  RemoveComponent(component, &m);
  EXPECT_LT((m * component).cwiseAbs().maxCoeff(), 1e-5);
  for (Eigen::Index i = 0; i < m.rows(); ++i) {
    EXPECT_NEAR(m.row(i).norm(), 1, 1e-5);
  }
}

TEST(CommonComponentTest, ZeroAndEmptyMatricesGiveZeros) {
  RowMatrix zeros = RowMatrix::Zero(3, 4);
  EXPECT_TRUE(CommonComponent(zeros).isZero(0));
  RemoveComponent(CommonComponent(zeros), &zeros);
  EXPECT_TRUE(zeros.isZero(0));
  EXPECT_EQ(CommonComponent(RowMatrix(0, 5)).size(), 5);
  EXPECT_EQ(CommonComponent(RowMatrix(5, 0)).size(), 0);
}

TEST(CommonComponentTest, OneRowIsItsOwnComponent) {
  RowMatrix m(1, 3);
  m << 0, 3, 4;
  EXPECT_NEAR(CommonComponent(m)[2], 0.8, 1e-6);
  RemoveComponent(CommonComponent(m), &m);
  EXPECT_TRUE(m.allFinite());
}

}  // namespace
}  // namespace rashomon
