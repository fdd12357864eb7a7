#include "engine/embed/row_sum.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

// Rows of random values, and the room they point into.
struct Rows {
  std::vector<std::vector<std::int8_t>> values;
  std::vector<WeightedRow> rows;
};

Rows RandomRows(std::size_t count, std::size_t d) {
  std::mt19937 random(static_cast<unsigned>(count * 1000 + d));
  Rows made;
  for (std::size_t r = 0; r < count; ++r) {
    std::vector<std::int8_t>& values = made.values.emplace_back(d);
    for (std::int8_t& v : values) {
      v = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    }
    const float factor = static_cast<float>(random() % 1000 + 1) * 1e-5f;
    made.rows.push_back({values.data(), factor, 1, 0});
  }
  return made;
}

std::vector<float> UnitSum(SimdTarget target, const Rows& rows,
                           std::size_t d) {
  // What stands behind must stay.
  std::vector<float> out(d + 1, 7);
  UnitSum(target, rows.rows.data(), rows.rows.size(), d, out.data());
  EXPECT_EQ(out.back(), 7);
  out.pop_back();
  return out;
}

// The obvious way.
std::vector<float> NaiveUnitSum(const Rows& rows, std::size_t d) {
  std::vector<float> sum(d);
  for (const WeightedRow& row : rows.rows) {
    for (std::size_t c = 0; c < d; ++c) sum[c] += row.factor * row.values[c];
  }
  double squares = 0;
  for (const float x : sum) squares += double{x} * x;
  for (float& x : sum) x = static_cast<float>(x / std::sqrt(squares));
  return sum;
}

TEST(RowSumTest, RowsAreAddedInTheirOrderToTheBit) {
  for (const SimdTarget target : RunnableSimdTargets()) {
    for (const std::size_t d : {1, 7, 16, 64, 100, 255, 256, 300}) {
      const Rows rows = RandomRows(9, d);
      std::vector<float> sum(d, 0.25f);
      AddRows(target, rows.rows.data(), rows.rows.size(), d, sum.data());
      for (std::size_t c = 0; c < d; ++c) {
        float naive = 0.25f;
        for (const WeightedRow& r : rows.rows) naive += r.factor * r.values[c];
        EXPECT_EQ(sum[c], naive) << Name(target) << " " << d << " " << c;
      }
    }
  }
}

TEST(RowSumTest, ProductsOfBytesAreExact) {
  for (const SimdTarget target : RunnableSimdTargets()) {
    for (const std::size_t d : {0, 1, 7, 16, 64, 100, 255, 256, 300}) {
      const Rows rows = RandomRows(2, d);
      std::int32_t naive = 0;
      for (std::size_t c = 0; c < d; ++c) {
        naive += rows.values[0][c] * rows.values[1][c];
      }
      EXPECT_EQ(ByteProduct(target, rows.values[0].data(),
                            rows.values[1].data(), d),
                naive)
          << Name(target) << " " << d;
    }
  }
}

TEST(RowSumTest, EqualsTheObviousLoopOnEveryTarget) {
  for (const std::size_t d : {1, 3, 4, 7, 8, 15, 16, 17, 31, 33, 63, 64, 100,
                              127, 128, 129, 255, 256, 257, 300, 512, 1000}) {
    for (const std::size_t count : {1, 2, 3, 20, 257}) {
      const Rows rows = RandomRows(count, d);
      const std::vector<float> expected = NaiveUnitSum(rows, d);
      for (const SimdTarget target : RunnableSimdTargets()) {
        const std::vector<float> sum = UnitSum(target, rows, d);
        for (std::size_t c = 0; c < d; ++c) {
          ASSERT_NEAR(sum[c], expected[c], 3e-7)
              << Name(target) << ", d " << d << ", column " << c;
        }
      }
    }
  }
}

TEST(RowSumTest, EveryTargetGivesTheSameBits) {
  for (const std::size_t d : {1, 5, 16, 37, 64, 200, 255, 256, 257, 300, 384}) {
    for (const std::size_t count : {1, 7, 40}) {
      const Rows rows = RandomRows(count, d);
      const std::vector<float> sum = UnitSum(SimdTarget::kBest, rows, d);
      for (const SimdTarget target : RunnableSimdTargets()) {
        EXPECT_EQ(UnitSum(target, rows, d), sum) << Name(target) << " " << d;
      }
    }
  }
}

TEST(RowSumTest, NothingSumsToZeros) {
  for (const SimdTarget target : RunnableSimdTargets()) {
    EXPECT_EQ(UnitSum(target, Rows(), 20), std::vector<float>(20));
    Rows zeros = RandomRows(3, 20);
    for (WeightedRow& row : zeros.rows) row.factor = 0;
    EXPECT_EQ(UnitSum(target, zeros, 20), std::vector<float>(20));
    // A word and its opposite.
    Rows opposite = RandomRows(1, 20);
    opposite.rows.push_back(opposite.rows[0]);
    opposite.rows[1].factor *= -1;
    EXPECT_EQ(UnitSum(target, opposite, 20), std::vector<float>(20));
  }
}

TEST(RowSumTest, FactorsOfAnySizeGiveUnitLength) {
  constexpr float kMost = std::numeric_limits<float>::max();
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  for (const float factor : {1e-12f, 1e-9f, 1e9f, 1e20f, kMost, kInfinity}) {
    Rows rows = RandomRows(5, 37);
    for (WeightedRow& row : rows.rows) row.factor = factor;
    for (const SimdTarget target : RunnableSimdTargets()) {
      double squares = 0;
      for (const float x : UnitSum(target, rows, 37)) squares += double{x} * x;
      EXPECT_NEAR(squares, 1, 1e-5) << Name(target) << ", " << factor;
    }
  }
}

}  // namespace
}  // namespace rashomon
