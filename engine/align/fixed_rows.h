// Vectors as whole numbers, which add up to the same whatever their order: sums
// of some of them, compared.
//
//   FixedRows rows(n, d);
//   rows.Set(0, vector, 1 << 15);            // and each other row
//   const SumProducts p = rows.CompareSums({.rows = some}, {.rows = others});
//   p.cross / std::sqrt(p.left * p.right)      // cosine of the sums
#ifndef RASHOMON_ENGINE_ALIGN_FIXED_ROWS_H_
#define RASHOMON_ENGINE_ALIGN_FIXED_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/base/simd_target.h"

namespace rashomon {

// Inner products of two sums of rows: with themselves and with each other.
struct SumProducts {
  double left = 0;
  double right = 0;
  double cross = 0;
};

// A sum of rows: these, or those of another sum without these.
struct RowSum {
  std::span<const int> rows;
  const std::int32_t* without_from = nullptr;  // d numbers
};

// Thread-safe once every row is set.
class FixedRows {
 public:
  FixedRows() = default;
  // n x d numbers, which mean nothing before they are set.
  FixedRows(std::size_t n, std::size_t d,
            SimdTarget target = SimdTarget::kBest);

  // round(factor * values[k]), ties away from zero. No result is larger than
  // 2^15, nor longer than that as a row. O(d).
  void Set(std::size_t row, const float* values, float factor);

  // Of up to 2,000 rows a side: exact. O((rows of both) d).
  SumProducts CompareSums(const RowSum& left, const RowSum& right) const;
  // d numbers.
  std::vector<std::int32_t> Sum(std::span<const int> rows) const;

  std::size_t dimensions() const { return dimensions_; }

 private:
  SimdTarget target_ = SimdTarget::kBaseline;
  std::size_t dimensions_ = 0;
  std::unique_ptr<std::int32_t[]> values_;  // row by row
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_FIXED_ROWS_H_
