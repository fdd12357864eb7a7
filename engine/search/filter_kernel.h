// The inner loops of the exact search, for each kind of processor.
//
//   RoundRow(SimdTarget::kAvx2, row, d, 63, bytes);
//   FilterBlock(SimdTarget::kAvx2, block, &pairs);   // which pairs can matter
//   ExactProduct(SimdTarget::kAvx2, x, y, d);        // of those alone
#ifndef RASHOMON_ENGINE_SEARCH_FILTER_KERNEL_H_
#define RASHOMON_ENGINE_SEARCH_FILTER_KERNEL_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/search/byte_rows.h"
#include "engine/base/simd_target.h"

namespace rashomon {

// What one row becomes, and lost; norms as in byte_rows.h.
struct RoundedRow {
  float scale = 0;
  float norm = 0;
  float rounded = 0;
  float error = 0;
};

// A pair, and what its product lies between.
struct BoundedPair {
  std::uint32_t query = 0;
  std::uint32_t row = 0;
  float least = 0;
  float most = 0;
};

// Queries [first_query, last_query) against rows [first_row, last_row);
// first_row is a multiple of kBundle.
struct FilterArguments {
  const ByteQueries* queries = nullptr;
  const ByteRows* rows = nullptr;
  std::size_t first_query = 0, last_query = 0;
  std::size_t first_row = 0, last_row = 0;
  // A pair matters whose product may reach the threshold of its query, or of
  // its row where there are any.
  const float* query_thresholds = nullptr;  // of first_query on
  const float* row_thresholds = nullptr;    // of all rows, those that fill up too
};

// Appends, query by query, every pair that may matter. `target` is runnable
// and no kBaseline.
void FilterBlock(SimdTarget target, const FilterArguments& arguments,
                 std::vector<BoundedPair>* pairs);

// Rounds row[0, d) to scale * out, out in -levels..levels. The norms of the
// result are never smaller than the true ones; they are not finite where the
// row is not.
RoundedRow RoundRow(SimdTarget target, const float* row, std::size_t d,
                    int levels, std::int8_t* out);

// The inner product, added up in the same order by every target, so that the
// result is the same bits.
float ExactProduct(SimdTarget target, const float* x, const float* y,
                   std::size_t d);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_FILTER_KERNEL_H_
