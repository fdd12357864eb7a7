// Vectors as bytes, with a bound on what the rounding costs: a filter before
// exact products.
//
//   ByteRows rows = ByteRowsOf(matrix, SimdTarget::kAvx512Vnni);
//
// Row y becomes scale * q, q in -levels..levels. For a query x with x' and its
// own rounding, |x.y - x'.y'| <= |x| |y - y'| + |x - x'| |y'|  (Cauchy and
// Schwarz, on both terms of x.(y - y') + (x - x').y').
#ifndef RASHOMON_ENGINE_SEARCH_BYTE_ROWS_H_
#define RASHOMON_ENGINE_SEARCH_BYTE_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/embed/matrix.h"
#include "engine/base/simd_target.h"

namespace rashomon {

// Columns are taken in groups of so many bytes; short rows end in zeros.
inline constexpr std::size_t kByteGroup = 8;
// Rows of the collection stand interleaved in bundles: of each, four columns
// at a time.
inline constexpr std::size_t kBundle = 16;
// Rows are filled up to a multiple of this, so that a kernel may read two
// bundles at a time.
inline constexpr std::size_t kRowPadding = 2 * kBundle;
// The most columns whose products fit 32 bits.
inline constexpr Eigen::Index kMaxByteColumns = 1 << 16;

// What one row lost. Bounds are rounded up.
struct ByteRounding {
  std::vector<float> scale;
  std::vector<float> norm;     // |y|
  std::vector<float> rounded;  // |y'|
  std::vector<float> error;    // |y - y'|
  bool finite = true;          // all norms are: the bounds hold
};

// n x d floats as n x columns signed bytes, row by row: the queries.
struct ByteQueries {
  std::size_t size = 0;
  std::size_t columns = 0;  // a multiple of kByteGroup
  std::vector<std::int8_t> bytes;
  std::vector<std::int32_t> sums;  // of each row
  ByteRounding rounding;
};

// The collection: unsigned bytes, each with `offset` added, in bundles of
// kBundle rows, filled up to kRowPadding with rows of zeros.
struct ByteRows {
  std::size_t size = 0;
  std::size_t columns = 0;
  std::int32_t offset = 0;
  std::vector<std::uint8_t> bytes;
  ByteRounding rounding;  // of the rows that fill up, too
};

// For a target that is no kBaseline. O(n d).
ByteQueries ByteQueriesOf(const RowMatrix& matrix, SimdTarget target);
ByteRows ByteRowsOf(const RowMatrix& matrix, SimdTarget target);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_BYTE_ROWS_H_
