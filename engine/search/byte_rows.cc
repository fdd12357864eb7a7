#include "engine/search/byte_rows.h"

#include <cmath>
#include <cstring>
#include <numeric>

#include "engine/search/filter_kernel.h"

namespace rashomon {
namespace {

// AVX2 adds products of bytes in 16 bits: 127 * 63 * 4 still fits.
int LevelsFor(SimdTarget target) {
  return target == SimdTarget::kAvx512Vnni ? 127 : 63;
}

std::size_t Padded(std::size_t n, std::size_t to) {
  return (n + to - 1) / to * to;
}

void Keep(const RoundedRow& row, std::size_t at, ByteRounding* rounding) {
  rounding->scale[at] = row.scale;
  rounding->norm[at] = row.norm;
  rounding->rounded[at] = row.rounded;
  rounding->error[at] = row.error;
  rounding->finite = rounding->finite && std::isfinite(row.norm);
}

void Resize(std::size_t n, ByteRounding* rounding) {
  for (std::vector<float>* values : {&rounding->scale, &rounding->norm,
                                     &rounding->rounded, &rounding->error}) {
    values->assign(n, 0);
  }
}

// Four bytes, each with `offset` added, as unsigned ones: none overflows.
void AddToFour(const std::int8_t* bytes, std::int32_t offset,
               std::uint8_t* out) {
  constexpr std::uint32_t kEach = 0x01010101, kTop = 0x80808080;
  std::uint32_t four;
  std::memcpy(&four, bytes, sizeof(four));
  const std::uint32_t add = static_cast<std::uint32_t>(offset) * kEach;
  // Without the top bits no sum carries into the next byte.
  const std::uint32_t sum = ((four & ~kTop) + (add & ~kTop)) ^
                            ((four ^ add) & kTop);
  std::memcpy(out, &sum, sizeof(sum));
}

}  // namespace

ByteQueries ByteQueriesOf(const RowMatrix& matrix, SimdTarget target) {
  ByteQueries q;
  q.size = static_cast<std::size_t>(matrix.rows());
  const auto d = static_cast<std::size_t>(matrix.cols());
  q.columns = Padded(d, kByteGroup);
  q.bytes.assign(q.size * q.columns, 0);
  q.sums.assign(q.size, 0);
  Resize(q.size, &q.rounding);
  for (std::size_t i = 0; i < q.size; ++i) {
    std::int8_t* out = q.bytes.data() + i * q.columns;
    Keep(RoundRow(target, matrix.data() + i * d, d, LevelsFor(target), out), i,
         &q.rounding);
    q.sums[i] = std::accumulate(out, out + d, std::int32_t{0});
  }
  return q;
}

ByteRows ByteRowsOf(const RowMatrix& matrix, SimdTarget target) {
  ByteRows r;
  r.size = static_cast<std::size_t>(matrix.rows());
  const auto d = static_cast<std::size_t>(matrix.cols());
  r.columns = Padded(d, kByteGroup);
  r.offset = LevelsFor(target) + 1;
  const std::size_t rows = Padded(r.size, kRowPadding);
  r.bytes.assign(rows * r.columns, static_cast<std::uint8_t>(r.offset));
  Resize(rows, &r.rounding);
  // Copies: bytes that are written may be anything, as far as is known.
  const std::size_t columns = r.columns;
  const std::int32_t offset = r.offset;
  std::vector<std::int8_t> row(columns);
  for (std::size_t j = 0; j < r.size; ++j) {
    Keep(RoundRow(target, matrix.data() + j * d, d, LevelsFor(target),
                  row.data()),
         j, &r.rounding);
    std::uint8_t* bundle =
        r.bytes.data() + j / kBundle * kBundle * r.columns + j % kBundle * 4;
    for (std::size_t c = 0; c < columns; c += 4) {
      AddToFour(row.data() + c, offset, bundle + c * kBundle);
    }
  }
  return r;
}

}  // namespace rashomon
