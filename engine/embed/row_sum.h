// The inner loops of sentence vectors, for each kind of processor.
//
//   const std::vector<WeightedRow>& rows = word_rows.Of(words);
//   UnitSum(SimdTarget::kBest, rows.data(), rows.size(), d, out);
//   AddRows(SimdTarget::kBest, rows.data(), rows.size(), d, out);
#ifndef RASHOMON_ENGINE_EMBED_ROW_SUM_H_
#define RASHOMON_ENGINE_EMBED_ROW_SUM_H_

#include <cstddef>
#include <cstdint>

#include "engine/base/simd_target.h"
#include "engine/embed/word_rows.h"

namespace rashomon {

// out[0, d) = the sum of factor * values[0, d) over `count` rows, added up in
// their order and scaled to unit length; zeros where the sum is shorter than
// 1e-12. Always finite, whatever the factors, as long as none is NaN. Every
// target gives the same bits. `target` is runnable, or kBest.
void UnitSum(SimdTarget target, const WeightedRow* rows, std::size_t count,
             std::size_t d, float* out);

// out[0, d) += factor * values[0, d) of one row after the other: the same bits
// as the obvious loop, whatever the target.
void AddRows(SimdTarget target, const WeightedRow* rows, std::size_t count,
             std::size_t d, float* out);

// The inner product of two rows of bytes, d up to 65,536.
std::int32_t ByteProduct(SimdTarget target, const std::int8_t* a,
                         const std::int8_t* b, std::size_t d);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_ROW_SUM_H_
