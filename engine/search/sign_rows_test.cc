#include "engine/search/sign_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <set>
#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<SimdTarget> SignTargets() {
  std::vector<SimdTarget> targets = RunnableSimdTargets();
  std::erase(targets, SimdTarget::kBaseline);
  return targets;
}

RowMatrix Rows(int n, int d, unsigned seed) {
  std::mt19937 random(seed);
  RowMatrix m(n, d);
  for (int i = 0; i < n; ++i) {
    for (int c = 0; c < d; ++c) {
      m(i, c) = static_cast<float>(random()) * 0x1p-31f - 1;
    }
    if (i % 11 == 5) m.row(i).setZero();
  }
  return m;
}

// What sign_rows.h says is foretold, in doubles.
double Foretold(const RowMatrix& rows, int row, const RowMatrix& query) {
  double squares = 0, sizes = 0, signs = 0;
  for (int c = 0; c < rows.cols(); ++c) {
    const double y = rows(row, c);
    squares += y * y;
    sizes += std::abs(y);
    signs += y > 0 ? query(0, c) : -query(0, c);
  }
  return sizes > 0 ? signs * squares / sizes : 0;
}

std::vector<Candidate> Candidates(SimdTarget target, const RowMatrix& rows,
                                  const RowMatrix& query, std::size_t count) {
  const SignQuery signs =
      SignQueryOf(query.data(), static_cast<std::size_t>(query.cols()));
  std::vector<Candidate> found =
      BestCandidates(target, SignRowsOf(rows), signs, count);
  std::sort(found.begin(), found.end(),
            [](const Candidate& a, const Candidate& b) { return a.row < b.row; });
  return found;
}

TEST(SignRowsTest, ProductsAreForetoldAsTheFormulaSays) {
  for (const SimdTarget target : SignTargets()) {
    for (const int d : {1, 4, 7, 8, 100, 256, 700, 5'000}) {
      const RowMatrix rows = Rows(200, d, 1);
      const RowMatrix query = Rows(1, d, 2);
      const std::vector<Candidate> all = Candidates(target, rows, query, 200);
      ASSERT_EQ(all.size(), 200u);
      for (int i = 0; i < 200; ++i) {
        const Candidate& candidate = all[static_cast<std::size_t>(i)];
        EXPECT_EQ(candidate.row, static_cast<std::uint32_t>(i));
        // Tables of d / 4 sums are rounded, each by half a step at most.
        const double steps = static_cast<double>(d) / 8 + 1;
        const double step = 8.0 / std::min(127.0, 65535.0 / (d / 4.0));
        EXPECT_NEAR(candidate.product, Foretold(rows, i, query),
                    step * steps)
            << Name(target) << " d " << d;
      }
    }
  }
}

TEST(SignRowsTest, TheBestAreThoseThatSortingAllGives) {
  for (const int n : {1, 63, 64, 65, 1'000, 20'000}) {
    const RowMatrix rows = Rows(n, 64, 3);
    const RowMatrix query = Rows(1, 64, 4);
    for (const SimdTarget target : SignTargets()) {
      std::vector<Candidate> all =
          Candidates(target, rows, query, static_cast<std::size_t>(n));
      ASSERT_EQ(all.size(), static_cast<std::size_t>(n));
      std::stable_sort(all.begin(), all.end(),
                       [](const Candidate& a, const Candidate& b) {
                         return a.product > b.product;
                       });
      for (const std::size_t count : {0, 1, 10, 300}) {
        const std::vector<Candidate> best =
            Candidates(target, rows, query, count);
        ASSERT_EQ(best.size(), std::min(count, all.size()));
        std::set<std::uint32_t> expected;
        for (std::size_t i = 0; i < best.size(); ++i) {
          expected.insert(all[i].row);
        }
        for (const Candidate& c : best) EXPECT_TRUE(expected.contains(c.row));
      }
    }
  }
}

TEST(SignRowsTest, OfEqualRowsTheFirstAreTaken) {
  const RowMatrix rows = Rows(1, 32, 5).replicate(9'000, 1);
  for (const SimdTarget target : SignTargets()) {
    const std::vector<Candidate> best =
        Candidates(target, rows, rows.topRows(1), 100);
    ASSERT_EQ(best.size(), 100u);
    EXPECT_EQ(best.back().row, 99u);
  }
}

TEST(SignRowsTest, EveryTargetForetellsTheSame) {
  const RowMatrix rows = Rows(5'000, 256, 6);
  const RowMatrix query = Rows(1, 256, 7);
  const std::vector<SimdTarget> targets = SignTargets();
  for (const SimdTarget target : targets) {
    const auto first = Candidates(targets[0], rows, query, 500);
    const auto other = Candidates(target, rows, query, 500);
    ASSERT_EQ(first.size(), other.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
      EXPECT_EQ(first[i].row, other[i].row);
      EXPECT_EQ(first[i].product, other[i].product);
    }
  }
}

TEST(SignRowsTest, ZerosAreForetoldToBeZeros) {
  const RowMatrix rows = RowMatrix::Zero(100, 16);
  const RowMatrix query = RowMatrix::Zero(1, 16);
  for (const SimdTarget target : SignTargets()) {
    for (const Candidate& c : Candidates(target, rows, query, 100)) {
      EXPECT_EQ(c.product, 0);
    }
  }
}

TEST(SignRowsTest, NumbersTooLargeToMultiplyWithAreTold) {
  RowMatrix rows = Rows(3, 8, 8);
  EXPECT_TRUE(SignRowsOf(rows).finite);
  EXPECT_TRUE(SignQueryOf(rows.data(), 8).finite);
  rows(1, 2) = std::numeric_limits<float>::max();
  EXPECT_FALSE(SignRowsOf(rows).finite);
  EXPECT_FALSE(SignQueryOf(rows.row(1).data(), 8).finite);
}

}  // namespace
}  // namespace rashomon
