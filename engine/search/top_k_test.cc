#include "engine/search/top_k.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>
#include <utility>

#include "engine/search/similarity_matrix.h"
#include "engine/base/simd_target.h"
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

void ExpectTopK(const RowMatrix& queries, const RowMatrix& rows, int k,
                const std::vector<std::vector<Neighbor>>& best) {
  ASSERT_EQ(best.size(), static_cast<std::size_t>(queries.rows()));
  for (Eigen::Index i = 0; i < queries.rows(); ++i) {
    const auto expected = NaiveTopK(queries, i, rows, k);
    const auto& got = best[static_cast<std::size_t>(i)];
    ASSERT_EQ(got.size(), expected.size());
    std::set<int> seen;
    for (std::size_t r = 0; r < got.size(); ++r) {
      seen.insert(got[r].row);
      EXPECT_NEAR(got[r].score, expected[r].score, 1e-5);
      EXPECT_NEAR(got[r].score, NaiveDot(queries, i, rows, got[r].row), 1e-5);
    }
    EXPECT_EQ(seen.size(), got.size());
  }
}

// Sizes on both sides of the borders of blocks, by every target.
TEST(TopKTest, EqualsTheDoubleLoopUpToTies) {
  for (const SimdTarget target : RunnableSimdTargets()) {
    for (const auto& [n, m, d, k] :
         {std::tuple(1, 1, 3, 1), std::tuple(5, 40, 16, 10),
          std::tuple(129, 1025, 32, 7), std::tuple(300, 77, 256, 10),
          std::tuple(3, 2100, 8, 3000)}) {
      SCOPED_TRACE(testing::Message() << Name(target) << " " << n << " " << m);
      const RowMatrix queries = RandomRows(n, d, 3);
      const RowMatrix rows = RandomRows(m, d, 4);
      TopKOptions options;
      options.target = target;
      ExpectTopK(queries, rows, k, TopK(queries, rows, k, options));
      const MutualTopK both = TopKBothWays(queries, rows, k, options);
      ExpectTopK(queries, rows, k, both.of_left);
      ExpectTopK(rows, queries, k, both.of_right);
    }
  }
}

// Vectors that are hardly random: many equal, many alike, of all lengths.
TEST(TopKTest, EqualsTheDoubleLoopForRowsThatAreAlike) {
  RowMatrix rows = RandomRows(400, 24, 5);
  for (int i = 0; i < 400; ++i) {
    rows.row(i) = rows.row(i % 9) + 1e-4f * (i % 5) * rows.row(i);
    rows.row(i) *= static_cast<float>(i % 3);
  }
  for (const SimdTarget target : RunnableSimdTargets()) {
    TopKOptions options;
    options.target = target;
    ExpectTopK(rows, rows, 12, TopK(rows, rows, 12, options));
  }
}

// As if lists were cut where scores fall below it.
TEST(TopKTest, TheLeastScoreCutsTheLists) {
  const RowMatrix queries = RandomRows(140, 16, 9);
  const RowMatrix rows = RandomRows(600, 16, 10);
  for (const SimdTarget target : RunnableSimdTargets()) {
    TopKOptions all, some;
    all.target = some.target = target;
    some.least = 0.55f;
    auto expected = TopK(queries, rows, 12, all);
    for (auto& list : expected) {
      std::erase_if(list, [](const Neighbor& n) { return n.score < 0.55f; });
    }
    const auto got = TopK(queries, rows, 12, some);
    ASSERT_EQ(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
      ASSERT_EQ(got[i].size(), expected[i].size()) << Name(target);
      for (std::size_t r = 0; r < got[i].size(); ++r) {
        EXPECT_EQ(got[i][r].row, expected[i][r].row);
        EXPECT_EQ(got[i][r].score, expected[i][r].score);
      }
    }
  }
}

bool Same(const std::vector<std::vector<Neighbor>>& a,
          const std::vector<std::vector<Neighbor>>& b) {
  const auto equal = [](const Neighbor& x, const Neighbor& y) {
    return x.row == y.row && x.score == y.score;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](const auto& x, const auto& y) {
                      return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                                        equal);
                    });
}

TEST(TopKTest, ThreadsChangeNoBit) {
  const RowMatrix left = RandomRows(333, 48, 6);
  const RowMatrix right = RandomRows(517, 48, 7);
  for (const SimdTarget target : RunnableSimdTargets()) {
    TopKOptions one, many;
    one.target = many.target = target;
    many.threads = 5;
    EXPECT_TRUE(Same(TopK(left, right, 9, one), TopK(left, right, 9, many)));
    const MutualTopK a = TopKBothWays(left, right, 9, one);
    const MutualTopK b = TopKBothWays(left, right, 9, many);
    EXPECT_TRUE(Same(a.of_left, b.of_left));
    EXPECT_TRUE(Same(a.of_right, b.of_right));
    EXPECT_TRUE(Same(a.of_left, TopK(left, right, 9, one)));
  }
}

TEST(TopKTest, HugeNumbersAreSearchedAllTheSame) {
  RowMatrix rows = RandomRows(50, 8, 8);
  rows(7, 2) = 1e30f;
  RowMatrix query = RowMatrix::Zero(1, 8);
  query(0, 2) = 1;
  EXPECT_EQ(TopK(query, rows, 3)[0][0].row, 7);
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
