#include "engine/search/approximate_index.h"

#include <cstdlib>
#include <limits>
#include <random>
#include <set>
#include <thread>

#include "engine/search/top_k.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// Rows around centres, as sentences of one event are.
RowMatrix Clusters(int n, int d, unsigned seed) {
  std::mt19937 random(seed);
  const auto number = [&random] {
    return static_cast<float>(random()) * 0x1p-31f - 1;
  };
  RowMatrix m(n, d);
  Eigen::RowVectorXf centre(d);
  for (int i = 0; i < n; ++i) {
    for (int c = 0; c < d; ++c) {
      if (i % 20 == 0) centre[c] = number();
      m(i, c) = centre[c] + number();
    }
  }
  NormalizeRows(&m);
  return m;
}

std::vector<std::vector<Neighbor>> SearchAll(const ApproximateIndex& index,
                                             const RowMatrix& queries, int k) {
  std::vector<std::vector<Neighbor>> all;
  for (Eigen::Index i = 0; i < queries.rows(); ++i) {
    all.push_back(index.Search(queries.row(i).data(), k));
  }
  return all;
}

double Recall(const std::vector<std::vector<Neighbor>>& found,
              const std::vector<std::vector<Neighbor>>& exact) {
  double hits = 0;
  double all = 0;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    std::set<int> rows;
    for (const Neighbor& n : found[i]) rows.insert(n.row);
    for (const Neighbor& n : exact[i]) hits += rows.count(n.row);
    all += static_cast<double>(exact[i].size());
  }
  return hits / all;
}

bool Same(const std::vector<std::vector<Neighbor>>& a,
          const std::vector<std::vector<Neighbor>>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].size() != b[i].size()) return false;
    for (std::size_t k = 0; k < a[i].size(); ++k) {
      if (a[i][k].row != b[i][k].row || a[i][k].score != b[i][k].score) {
        return false;
      }
    }
  }
  return true;
}

TEST(ApproximateIndexTest, FindsMostOfTheExactNearestOnEveryTarget) {
  const RowMatrix rows = Clusters(3'000, 64, 1);
  const RowMatrix queries = rows.topRows(300);
  const auto exact = TopK(queries, rows, 10);
  for (const SimdTarget target : RunnableSimdTargets()) {
    ApproximateIndexOptions options;
    options.target = target;
    ApproximateIndex index = *ApproximateIndex::Build(rows, options);
    EXPECT_EQ(index.size(), 3'000);
    EXPECT_EQ(index.dimensions(), 64);
    const auto found = SearchAll(index, queries, 10);
    EXPECT_GT(Recall(found, exact), 0.97) << Name(target);
    for (std::size_t i = 0; i < found.size(); ++i) {
      ASSERT_EQ(found[i].size(), 10u);
      EXPECT_EQ(found[i][0].row, static_cast<int>(i));
      for (std::size_t k = 0; k < 10; ++k) {
        const float product = rows.row(found[i][k].row).dot(queries.row(i));
        EXPECT_NEAR(found[i][k].score, product, 1e-6);
        EXPECT_TRUE(k == 0 || IsBetter(found[i][k - 1], found[i][k]));
      }
    }
  }
}

TEST(ApproximateIndexTest, MoreEffortFindsMore) {
  const RowMatrix rows = Clusters(3'000, 64, 2);
  const RowMatrix queries = Clusters(200, 64, 3);
  const auto exact = TopK(queries, rows, 10);
  ApproximateIndex index = *ApproximateIndex::Build(rows);
  index.SetEffort(10);
  const double little = Recall(SearchAll(index, queries, 10), exact);
  index.SetEffort(400);
  const double much = Recall(SearchAll(index, queries, 10), exact);
  EXPECT_GT(much, little + 0.05);
  EXPECT_GT(much, 0.95);
}

TEST(ApproximateIndexTest, AsMuchEffortAsThereAreRowsFindsTheExactNearest) {
  const RowMatrix rows = Clusters(2'000, 64, 4);
  const RowMatrix queries = Clusters(50, 64, 5);
  for (const SimdTarget target : RunnableSimdTargets()) {
    ApproximateIndexOptions options;
    options.target = target;
    ApproximateIndex index = *ApproximateIndex::Build(rows, options);
    index.SetEffort(2'000);
    TopKOptions exact;
    exact.target = target;
    const auto found = SearchAll(index, queries, 10);
    EXPECT_EQ(Recall(found, TopK(queries, rows, 10, exact)), 1);
  }
}

TEST(ApproximateIndexTest, EveryTargetWithSignsFindsTheSame) {
  const RowMatrix rows = Clusters(5'000, 100, 4);
  const RowMatrix queries = Clusters(50, 100, 5);
  std::vector<std::vector<Neighbor>> first;
  for (const SimdTarget target : RunnableSimdTargets()) {
    if (target == SimdTarget::kBaseline) continue;
    ApproximateIndexOptions options;
    options.target = target;
    ApproximateIndex index = *ApproximateIndex::Build(rows, options);
    index.SetEffort(30);
    const auto found = SearchAll(index, queries, 10);
    if (first.empty()) first = found;
    EXPECT_TRUE(Same(first, found)) << Name(target);
  }
}

TEST(ApproximateIndexTest, ThreadsMaySearchAtATime) {
  const RowMatrix rows = Clusters(3'000, 32, 6);
  const ApproximateIndex index = *ApproximateIndex::Build(rows);
  const RowMatrix queries = rows.topRows(200);
  std::vector<std::vector<Neighbor>> found;
  std::vector<std::vector<Neighbor>> beside;
  {
    std::jthread other([&] { beside = SearchAll(index, queries, 10); });
    found = SearchAll(index, queries, 10);
  }
  EXPECT_GT(Recall(found, TopK(queries, rows, 10)), 0.97);
  EXPECT_TRUE(Same(found, beside));
}

TEST(ApproximateIndexTest, RowsAndQueriesOfAnySizeAreSearched) {
  RowMatrix rows = Clusters(3'000, 32, 11);
  rows.row(7) *= 1e38f;
  const ApproximateIndex index = *ApproximateIndex::Build(rows);
  EXPECT_EQ(index.Search(rows.row(7).data(), 1)[0].row, 7);
  rows.row(7) *= 1e-38f;
  const ApproximateIndex ordinary = *ApproximateIndex::Build(rows);
  const Eigen::RowVectorXf large = rows.row(9) * 1e38f;
  EXPECT_EQ(ordinary.Search(large.data(), 1)[0].row, 9);
}

TEST(ApproximateIndexTest, SmallAndEmptyCollectionsAreSearched) {
  const RowMatrix rows = Clusters(3, 8, 7);
  const ApproximateIndex index = *ApproximateIndex::Build(rows);
  EXPECT_EQ(index.Search(rows.data(), 10).size(), 3u);
  EXPECT_EQ(index.Search(rows.data(), 1)[0].row, 0);
  EXPECT_TRUE(index.Search(rows.data(), 0).empty());
  EXPECT_TRUE(index.Search(rows.data(), -1).empty());
  const ApproximateIndex none = *ApproximateIndex::Build(RowMatrix(0, 8));
  EXPECT_TRUE(none.Search(rows.data(), 10).empty());
  EXPECT_EQ(none.size(), 0);
}

TEST(ApproximateIndexTest, RowsOfZerosAndEqualRowsAreFound) {
  RowMatrix rows = Clusters(200, 16, 8);
  rows.topRows(50).setZero();
  for (int i = 100; i < 105; ++i) rows.row(i) = rows.row(99);
  ApproximateIndex index = *ApproximateIndex::Build(rows);
  index.SetEffort(6);
  const std::vector<Neighbor> best = index.Search(rows.row(99).data(), 6);
  ASSERT_EQ(best.size(), 6u);
  for (int k = 0; k < 6; ++k) EXPECT_EQ(best[k].row, 99 + k);
  for (const Neighbor& n : index.Search(rows.row(0).data(), 5)) {
    EXPECT_EQ(n.score, 0);
  }
}

TEST(ApproximateIndexTest, NumbersThatAreNotFiniteAreRefused) {
  for (const float bad : {std::numeric_limits<float>::quiet_NaN(),
                          std::numeric_limits<float>::infinity()}) {
    RowMatrix rows = Clusters(10, 8, 9);
    const ApproximateIndex index = *ApproximateIndex::Build(rows);
    rows(7, 3) = bad;
    EXPECT_TRUE(index.Search(rows.row(7).data(), 3).empty());
    const absl::Status status = ApproximateIndex::Build(rows).status();
    EXPECT_TRUE(absl::IsInvalidArgument(status));
    EXPECT_NE(status.message().find("row 7"), std::string_view::npos);
  }
}

}  // namespace
}  // namespace rashomon
