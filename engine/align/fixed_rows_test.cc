#include "engine/align/fixed_rows.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "engine/base/simd_target.h"
#include "engine/embed/matrix.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr float kOne = 1 << 15;

RowMatrix RandomRows(int n, int d) {
  std::srand(static_cast<unsigned>(n * 1000 + d));
  RowMatrix rows = RowMatrix::Random(n, d);
  NormalizeRows(&rows);
  return rows;
}

FixedRows Fixed(const RowMatrix& rows, const std::vector<float>& factors,
                SimdTarget target = SimdTarget::kBest) {
  FixedRows fixed(factors.size(), static_cast<std::size_t>(rows.cols()),
                  target);
  for (std::size_t i = 0; i < factors.size(); ++i) {
    fixed.Set(i, rows.data() + static_cast<Eigen::Index>(i) * rows.cols(),
              factors[i]);
  }
  return fixed;
}

// The obvious way.
SumProducts NaiveProducts(const RowMatrix& rows,
                          const std::vector<float>& factors,
                          const std::vector<int>& left,
                          const std::vector<int>& right) {
  const auto sum = [&](const std::vector<int>& list) {
    Eigen::VectorXd total = Eigen::VectorXd::Zero(rows.cols());
    for (const int i : list) {
      for (Eigen::Index c = 0; c < rows.cols(); ++c) {
        total[c] += std::round(factors[static_cast<std::size_t>(i)] *
                               rows(i, c));
      }
    }
    return total;
  };
  const Eigen::VectorXd l = sum(left), r = sum(right);
  return {l.dot(l), r.dot(r), l.dot(r)};
}

TEST(FixedRowsTest, EqualsTheObviousLoopOnEveryTarget) {
  for (const SimdTarget target : RunnableSimdTargets()) {
    for (const int d : {1, 3, 15, 16, 17, 63, 64, 100, 255, 256, 300}) {
      const RowMatrix rows = RandomRows(9, d);
      std::vector<float> factors;
      for (int i = 0; i < 9; ++i) factors.push_back(kOne / (1 + i));
      const FixedRows fixed = Fixed(rows, factors, target);
      const std::vector<int> left = {0, 3, 4, 8}, right = {1, 3};
      const SumProducts p =
          fixed.CompareSums({.rows = left}, {.rows = right});
      const SumProducts naive = NaiveProducts(rows, factors, left, right);
      EXPECT_EQ(p.left, naive.left) << Name(target) << " " << d;
      EXPECT_EQ(p.right, naive.right) << Name(target) << " " << d;
      EXPECT_EQ(p.cross, naive.cross) << Name(target) << " " << d;
    }
  }
}

TEST(FixedRowsTest, WithoutSomeIsTheSumOfTheOthers) {
  for (const SimdTarget target : RunnableSimdTargets()) {
    const RowMatrix rows = RandomRows(9, 100);
    const FixedRows fixed =
        Fixed(rows, std::vector<float>(9, kOne), target);
    const std::vector<int> all = {0, 3, 4, 8}, some = {3, 8}, rest = {0, 4};
    const std::vector<std::int32_t> sum = fixed.Sum(all);
    const SumProducts p = fixed.CompareSums(
        {.rows = some, .without_from = sum.data()}, {.rows = all});
    const SumProducts q = fixed.CompareSums({.rows = rest}, {.rows = all});
    EXPECT_EQ(p.left, q.left);
    EXPECT_EQ(p.right, q.right);
    EXPECT_EQ(p.cross, q.cross);
  }
}

TEST(FixedRowsTest, TiesAreRoundedAwayFromZero) {
  RowMatrix rows(1, 4);
  rows << 0.5f, -0.5f, 1.49999f, 2.5f;
  const FixedRows fixed = Fixed(rows, {1.0f});
  const std::vector<int> first = {0};
  EXPECT_EQ(fixed.CompareSums({.rows = first}, {}).left, 1 + 1 + 1 + 9);
}

TEST(FixedRowsTest, AsManyAsThereMayBeAreExact) {
  RowMatrix rows(1, 1);
  rows << 1.0f;
  const FixedRows fixed = Fixed(rows, {kOne});
  const std::vector<int> most(2000, 0);
  const double sum = 2000.0 * kOne;
  EXPECT_EQ(fixed.CompareSums({.rows = most}, {.rows = most}).cross, sum * sum);
}

TEST(FixedRowsTest, NoRowsHaveNoLength) {
  const FixedRows none;
  EXPECT_EQ(none.CompareSums({}, {}).left, 0);
}

}  // namespace
}  // namespace rashomon
