#include "engine/search/top_k.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "engine/search/similarity_matrix.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// The obvious way, which the blocked ways must equal.
float NaiveDot(const RowMatrix& a, Eigen::Index i, const RowMatrix& b,
               Eigen::Index j) {
  float sum = 0;
  for (Eigen::Index c = 0; c < a.cols(); ++c) sum += a(i, c) * b(j, c);
  return sum;
}

std::vector<Neighbor> NaiveTopK(const RowMatrix& queries, Eigen::Index query,
                                const RowMatrix& rows, int k) {
  std::vector<Neighbor> all;
  for (Eigen::Index j = 0; j < rows.rows(); ++j) {
    all.push_back({static_cast<int>(j), NaiveDot(queries, query, rows, j)});
  }
  std::sort(all.begin(), all.end(), [](const Neighbor& a, const Neighbor& b) {
    return a.score != b.score ? a.score > b.score : a.row < b.row;
  });
  all.resize(std::min<std::size_t>(all.size(), std::max(k, 0)));
  return all;
}

RowMatrix RandomRows(int n, int d, unsigned seed) {
  std::srand(seed);
  RowMatrix m = RowMatrix::Random(n, d);
  NormalizeRows(&m);
  return m;
}

TEST(SimilarityMatrixTest, EqualsTheDoubleLoop) {
  for (const auto& [n, m, d] : {std::tuple(1, 1, 1), std::tuple(7, 13, 5),
                               std::tuple(130, 70, 64)}) {
    const RowMatrix left = RandomRows(n, d, 1);
    const RowMatrix right = RandomRows(m, d, 2);
    const RowMatrix s = SimilarityMatrix(left, right);
    ASSERT_EQ(s.rows(), n);
    ASSERT_EQ(s.cols(), m);
    for (int i = 0; i < n; ++i) {
      for (int j = 0; j < m; ++j) {
        EXPECT_NEAR(s(i, j), NaiveDot(left, i, right, j), 1e-5);
      }
    }
  }
}

TEST(SimilarityMatrixTest, EmptyOrUnlikeSidesGiveZeros) {
  EXPECT_EQ(SimilarityMatrix(RowMatrix(0, 4), RandomRows(3, 4, 1)).size(), 0);
  EXPECT_TRUE(SimilarityMatrix(RandomRows(2, 3, 1), RandomRows(3, 4, 1))
                  .isZero(0));
  EXPECT_TRUE(SimilarityMatrix(RowMatrix(2, 0), RowMatrix(3, 0)).isZero(0));
}

// Sizes on both sides of the block borders (128 queries, 1024 rows).
TEST(TopKTest, EqualsTheDoubleLoopUpToTies) {
  for (const auto& [n, m, d, k] :
       {std::tuple(1, 1, 3, 1), std::tuple(5, 40, 16, 10),
        std::tuple(129, 1025, 32, 7), std::tuple(3, 2100, 8, 3000)}) {
    const RowMatrix queries = RandomRows(n, d, 3);
    const RowMatrix rows = RandomRows(m, d, 4);
    const auto best = TopK(queries, rows, k);
    ASSERT_EQ(best.size(), static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) {
      const auto expected = NaiveTopK(queries, i, rows, k);
      const auto& got = best[static_cast<std::size_t>(i)];
      ASSERT_EQ(got.size(), expected.size());
      for (std::size_t r = 0; r < got.size(); ++r) {
        EXPECT_NEAR(got[r].score, expected[r].score, 1e-5);
        EXPECT_NEAR(got[r].score, NaiveDot(queries, i, rows, got[r].row),
                    1e-5);
      }
    }
  }
}

TEST(TopKTest, EqualScoresComeByRow) {
  RowMatrix rows = RowMatrix::Zero(2000, 2);
  rows.col(0).setOnes();
  const auto best = TopK(rows.topRows(1), rows, 5);
  for (int r = 0; r < 5; ++r) EXPECT_EQ(best[0][r].row, r);
}

TEST(TopKTest, NothingToFindGivesEmptyLists) {
  const RowMatrix q = RandomRows(2, 4, 1);
  EXPECT_TRUE(TopK(q, RowMatrix(0, 4), 3)[1].empty());
  EXPECT_TRUE(TopK(q, RandomRows(3, 4, 2), 0)[0].empty());
  EXPECT_TRUE(TopK(q, RandomRows(3, 4, 2), -1)[0].empty());
  EXPECT_TRUE(TopK(q, RandomRows(3, 5, 2), 2)[0].empty());
  EXPECT_TRUE(TopK(RowMatrix(0, 4), q, 2).empty());
}

}  // namespace
}  // namespace rashomon
