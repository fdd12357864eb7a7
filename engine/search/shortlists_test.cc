#include "engine/search/shortlists.h"

#include <map>
#include <random>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::map<std::size_t, std::vector<int>> RowsOf(Shortlists* lists) {
  std::map<std::size_t, std::vector<int>> rows;
  lists->Take([&](std::size_t list, std::span<const Neighbor> neighbors) {
    for (const Neighbor& n : neighbors) rows[list].push_back(n.row);
  });
  return rows;
}

TEST(ShortlistsTest, KeepsWhatMayReachTheKthLargestAtLeast) {
  Shortlists lists(2, 2);
  EXPECT_EQ(lists.thresholds()[0], -std::numeric_limits<float>::infinity());
  lists.Add(0, 5, 0.1f, 0.2f);
  lists.Add(0, 6, 0.3f, 0.4f);
  EXPECT_EQ(lists.thresholds()[0], 0.1f);
  lists.Add(0, 7, 0.25f, 0.5f);
  EXPECT_EQ(lists.thresholds()[0], 0.25f);
  lists.Add(1, 5, -1.0f, -0.5f);
  // 5 of list 0 cannot be among its two; the rest comes by what it may be.
  EXPECT_EQ(RowsOf(&lists), (std::map<std::size_t, std::vector<int>>{
                                {0, {7, 6}}, {1, {5}}}));
  EXPECT_TRUE(RowsOf(&lists).empty());
}

// Many pairs, so that it prunes on the way.
TEST(ShortlistsTest, NeverLosesOneOfTheBest) {
  constexpr std::size_t kLists = 40, kBest = 10;
  std::mt19937 random(1);
  std::uniform_real_distribution<float> uniform(-1, 1);
  Shortlists lists(kLists, kBest);
  std::vector<std::vector<std::pair<float, int>>> exact(kLists);
  for (int row = 0; row < 5000; ++row) {
    for (std::size_t list = 0; list < kLists; ++list) {
      const float score = uniform(random);
      exact[list].push_back({-score, row});
      const float most = score + 0.01f;
      if (most < lists.thresholds()[list]) continue;
      lists.Add(list, static_cast<std::uint32_t>(row), score - 0.01f, most);
    }
  }
  auto rows = RowsOf(&lists);
  for (std::size_t list = 0; list < kLists; ++list) {
    std::sort(exact[list].begin(), exact[list].end());
    EXPECT_LT(rows[list].size(), 200u);
    for (std::size_t k = 0; k < kBest; ++k) {
      EXPECT_NE(std::find(rows[list].begin(), rows[list].end(),
                          exact[list][k].second),
                rows[list].end());
    }
  }
}

}  // namespace
}  // namespace rashomon
