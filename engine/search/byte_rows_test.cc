#include "engine/search/byte_rows.h"

#include <cstdlib>
#include <limits>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/search/filter_kernel.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<SimdTarget> ByteTargets() {
  std::vector<SimdTarget> targets;
  for (const SimdTarget target : RunnableSimdTargets()) {
    if (target != SimdTarget::kBaseline) targets.push_back(target);
  }
  return targets;
}

// Rows of every kind: ordinary, with one large number, tiny, zero.
RowMatrix Rows(int n, int d, unsigned seed) {
  std::srand(seed);
  RowMatrix m = RowMatrix::Random(n, d);
  for (int i = 0; i < n; ++i) {
    if (i % 7 == 3) m(i, i % d) = 50;
    if (i % 7 == 4) m.row(i) *= 1e-30f;
    if (i % 7 == 5) m.row(i) *= 1e-42f;
    if (i % 7 == 6) m.row(i).setZero();
  }
  return m;
}

double Dot(const RowMatrix& a, int i, const RowMatrix& b, int j) {
  double sum = 0;
  for (int c = 0; c < a.cols(); ++c) sum += double{a(i, c)} * b(j, c);
  return sum;
}

// Every pair, with its bounds: thresholds that all reach.
std::vector<BoundedPair> AllPairs(const RowMatrix& left, const RowMatrix& right,
                                  SimdTarget target) {
  const ByteQueries queries = ByteQueriesOf(left, target);
  const ByteRows rows = ByteRowsOf(right, target);
  const std::vector<float> none(queries.size,
                                -std::numeric_limits<float>::infinity());
  FilterArguments a;
  a.queries = &queries;
  a.rows = &rows;
  a.last_query = queries.size;
  a.last_row = rows.size;
  a.query_thresholds = none.data();
  std::vector<BoundedPair> pairs;
  FilterBlock(target, a, &pairs);
  return pairs;
}

TEST(ByteRowsTest, TheProductLiesWithinItsBounds) {
  for (const SimdTarget target : ByteTargets()) {
    for (const auto& [n, m, d] :
         {std::tuple(1, 1, 1), std::tuple(9, 33, 7), std::tuple(21, 70, 256),
          std::tuple(3, 5, 2000)}) {
      const RowMatrix left = Rows(n, d, 1);
      const RowMatrix right = Rows(m, d, 2);
      const std::vector<BoundedPair> pairs = AllPairs(left, right, target);
      ASSERT_EQ(pairs.size(), static_cast<std::size_t>(n * m)) << Name(target);
      std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
      for (const BoundedPair& p : pairs) {
        seen.insert({p.query, p.row});
        const double exact = Dot(left, static_cast<int>(p.query), right,
                                 static_cast<int>(p.row));
        // What is smaller than any float's square may be lost.
        EXPECT_LE(p.least, exact + 1e-37);
        EXPECT_GE(p.most, exact - 1e-37);
      }
      EXPECT_EQ(seen.size(), pairs.size());
    }
  }
}

TEST(ByteRowsTest, TheFilterKeepsEveryPairThatReachesAThreshold) {
  const RowMatrix left = Rows(40, 64, 3);
  const RowMatrix right = Rows(150, 64, 4);
  for (const SimdTarget target : ByteTargets()) {
    const ByteQueries queries = ByteQueriesOf(left, target);
    const ByteRows rows = ByteRowsOf(right, target);
    const std::vector<float> of_queries(queries.size, 4);
    const std::vector<float> of_rows(rows.rounding.scale.size(), 2);
    for (const float* row_thresholds :
         {static_cast<const float*>(nullptr), of_rows.data()}) {
      FilterArguments a;
      a.queries = &queries;
      a.rows = &rows;
      a.first_query = 3;
      a.last_query = 38;
      a.first_row = 32;
      a.last_row = 141;
      a.query_thresholds = of_queries.data();
      a.row_thresholds = row_thresholds;
      std::vector<BoundedPair> pairs;
      FilterBlock(target, a, &pairs);
      std::set<std::pair<std::uint32_t, std::uint32_t>> kept;
      for (const BoundedPair& p : pairs) {
        EXPECT_TRUE(p.query >= 3 && p.query < 38 && p.row >= 32 && p.row < 141);
        kept.insert({p.query, p.row});
      }
      const double least = row_thresholds == nullptr ? 4 : 2;
      std::size_t reach = 0;
      for (std::uint32_t i = 3; i < 38; ++i) {
        for (std::uint32_t j = 32; j < 141; ++j) {
          const double exact =
              Dot(left, static_cast<int>(i), right, static_cast<int>(j));
          if (exact < least) continue;
          ++reach;
          EXPECT_TRUE(kept.contains({i, j})) << i << " " << j;
        }
      }
      EXPECT_GT(reach, 0u);
      EXPECT_LT(pairs.size(), 35u * 109u / 2);
    }
  }
}

TEST(ByteRowsTest, RowsWithoutBoundsAreTold) {
  RowMatrix m = Rows(5, 8, 5);
  for (const SimdTarget target : ByteTargets()) {
    EXPECT_TRUE(ByteRowsOf(m, target).rounding.finite);
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(),
                            std::numeric_limits<float>::infinity(), 1e30f}) {
      RowMatrix altered = m;
      altered(2, 3) = bad;
      EXPECT_FALSE(ByteRowsOf(altered, target).rounding.finite);
      EXPECT_FALSE(ByteQueriesOf(altered, target).rounding.finite);
    }
  }
}

TEST(ByteRowsTest, ExactProductsAreTheSameBitsByEveryTarget) {
  const std::vector<SimdTarget> targets = ByteTargets();
  for (const int d : {1, 15, 16, 31, 32, 33, 100, 256, 300}) {
    const RowMatrix m = RowMatrix::Random(2, d);
    for (const SimdTarget target : targets) {
      const float product = ExactProduct(target, m.data(), m.data() + d,
                                         static_cast<std::size_t>(d));
      EXPECT_NEAR(product, Dot(m, 0, m, 1), 1e-4);
      EXPECT_EQ(product, ExactProduct(targets.front(), m.data(), m.data() + d,
                                      static_cast<std::size_t>(d)));
    }
  }
}

}  // namespace
}  // namespace rashomon
