#include "engine/embed/row_sum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#define HWY_DISABLED_TARGETS (HWY_SSE4 | HWY_SSSE3)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/embed/row_sum.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace rashomon {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Float = hn::ScalableTag<float>;
using Int = hn::ScalableTag<std::int32_t>;
using Bytes = hn::Rebind<std::int8_t, Float>;

// Registers of sums that are held at a time; the processor has twice as many.
#if HWY_TARGET == HWY_AVX3
constexpr std::size_t kHeld = 16;
#else
constexpr std::size_t kHeld = 8;
#endif

// Adds to kRegisters registers of columns from `column` on.
template <std::size_t kRegisters>
HWY_INLINE void AddColumns(const WeightedRow* rows, std::size_t count,
                           std::size_t column, float* out) {
  const Float tag;
  const std::size_t lanes = hn::Lanes(tag);
  hn::Vec<Float> sums[kRegisters];
  for (std::size_t k = 0; k < kRegisters; ++k) {
    sums[k] = hn::LoadU(tag, out + column + k * lanes);
  }
  for (std::size_t r = 0; r < count; ++r) {
    const auto factor = hn::Set(tag, rows[r].factor);
    const std::int8_t* values = rows[r].values + column;
    for (std::size_t k = 0; k < kRegisters; ++k) {
      const auto bytes = hn::LoadU(Bytes(), values + k * lanes);
      const auto value = hn::ConvertTo(tag, hn::PromoteTo(Int(), bytes));
      sums[k] = hn::Add(sums[k], hn::Mul(factor, value));
    }
  }
  for (std::size_t k = 0; k < kRegisters; ++k) {
    hn::StoreU(sums[k], tag, out + column + k * lanes);
  }
}

void AddRows(const WeightedRow* rows, std::size_t count, std::size_t d,
             float* out) {
  const std::size_t lanes = hn::Lanes(Float());
  std::size_t column = 0;
  for (; column + kHeld * lanes <= d; column += kHeld * lanes) {
    AddColumns<kHeld>(rows, count, column, out);
  }
  for (; column + lanes <= d; column += lanes) {
    AddColumns<1>(rows, count, column, out);
  }
  for (; column < d; ++column) {
    float sum = out[column];
    for (std::size_t r = 0; r < count; ++r) {
      sum += rows[r].factor * rows[r].values[column];
    }
    out[column] = sum;
  }
}

std::int32_t ByteProduct(const std::int8_t* a, const std::int8_t* b,
                         std::size_t d) {
  const Int tag;
  const std::size_t lanes = hn::Lanes(tag);
  auto sums = hn::Zero(tag);
  std::size_t c = 0;
  for (; c + lanes <= d; c += lanes) {
    const auto x = hn::PromoteTo(tag, hn::LoadU(Bytes(), a + c));
    const auto y = hn::PromoteTo(tag, hn::LoadU(Bytes(), b + c));
    sums = hn::Add(sums, hn::Mul(x, y));
  }
  HWY_ALIGN std::int32_t parts[hn::MaxLanes(tag)];
  hn::Store(sums, tag, parts);
  std::int32_t sum = 0;
  for (std::size_t k = 0; k < lanes; ++k) sum += parts[k];
  for (; c < d; ++c) sum += std::int32_t{a[c]} * b[c];
  return sum;
}

// Adds up in 16 parts, whatever the width of a register.
float SquaredLength(const float* x, std::size_t d) {
  constexpr std::size_t kParts = 16;
  const hn::CappedTag<float, kParts> tag;
  const std::size_t lanes = hn::Lanes(tag);
  const std::size_t whole = d / kParts * kParts;
  HWY_ALIGN float parts[kParts];
  for (std::size_t p = 0; p < kParts; p += lanes) {
    auto part = hn::Zero(tag);
    for (std::size_t c = p; c < whole; c += kParts) {
      const auto value = hn::LoadU(tag, x + c);
      part = hn::Add(part, hn::Mul(value, value));
    }
    hn::Store(part, tag, parts + p);
  }
  for (std::size_t c = whole; c < d; ++c) parts[c - whole] += x[c] * x[c];
  for (std::size_t half = kParts / 2; half > 0; half /= 2) {
    for (std::size_t p = 0; p < half; ++p) parts[p] += parts[p + half];
  }
  return parts[0];
}

// False where the squares leave what floats hold well; `out` is of no use then.
bool UnitSum(const WeightedRow* rows, std::size_t count, std::size_t d,
             float* out) {
  std::fill(out, out + d, 0.0f);
  AddRows(rows, count, d, out);
  const float squares = SquaredLength(out, d);
  if (!(squares > 1e-20f && squares < 1e30f)) return false;
  const float inverse = 1 / std::sqrt(squares);
  for (std::size_t c = 0; c < d; ++c) out[c] *= inverse;
  return true;
}

}  // namespace HWY_NAMESPACE
}  // namespace rashomon
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace rashomon {
namespace {

// What no text and no sound table leads to: sums that vanish or overflow.
void UnitSumInDoubles(const WeightedRow* rows, std::size_t count,
                      std::size_t d, float* out) {
  std::vector<double> sums(d);
  for (std::size_t r = 0; r < count; ++r) {
    constexpr float kMost = std::numeric_limits<float>::max();
    const double factor = std::clamp(rows[r].factor, -kMost, kMost);
    for (std::size_t c = 0; c < d; ++c) sums[c] += factor * rows[r].values[c];
  }
  double squares = 0;
  for (const double sum : sums) squares += sum * sum;
  const double length = std::sqrt(squares);
  const double inverse = length > 1e-12 ? 1 / length : 0;
  for (std::size_t c = 0; c < d; ++c) {
    out[c] = static_cast<float>(sums[c] * inverse);
  }
}

bool UnitSumInFloats(SimdTarget target, const WeightedRow* rows,
                     std::size_t count, std::size_t d, float* out) {
#if HWY_TARGETS & HWY_AVX3
  if (target == SimdTarget::kAvx512Vnni) {
    return N_AVX3::UnitSum(rows, count, d, out);
  }
#endif
#if HWY_TARGETS & HWY_AVX2
  if (target == SimdTarget::kAvx2) return N_AVX2::UnitSum(rows, count, d, out);
#endif
  // The least that the compiler's flags ask for.
  return HWY_STATIC_DISPATCH(UnitSum)(rows, count, d, out);
}

}  // namespace

void AddRows(SimdTarget target, const WeightedRow* rows, std::size_t count,
             std::size_t d, float* out) {
  if (target == SimdTarget::kBest) target = RunnableSimdTargets().back();
#if HWY_TARGETS & HWY_AVX3
  if (target == SimdTarget::kAvx512Vnni) {
    return N_AVX3::AddRows(rows, count, d, out);
  }
#endif
#if HWY_TARGETS & HWY_AVX2
  if (target == SimdTarget::kAvx2) return N_AVX2::AddRows(rows, count, d, out);
#endif
  HWY_STATIC_DISPATCH(AddRows)(rows, count, d, out);
}

std::int32_t ByteProduct(SimdTarget target, const std::int8_t* a,
                         const std::int8_t* b, std::size_t d) {
  if (target == SimdTarget::kBest) target = RunnableSimdTargets().back();
#if HWY_TARGETS & HWY_AVX3
  if (target == SimdTarget::kAvx512Vnni) return N_AVX3::ByteProduct(a, b, d);
#endif
#if HWY_TARGETS & HWY_AVX2
  if (target == SimdTarget::kAvx2) return N_AVX2::ByteProduct(a, b, d);
#endif
  return HWY_STATIC_DISPATCH(ByteProduct)(a, b, d);
}

void UnitSum(SimdTarget target, const WeightedRow* rows, std::size_t count,
             std::size_t d, float* out) {
  if (target == SimdTarget::kBest) target = RunnableSimdTargets().back();
  if (count > 0 && UnitSumInFloats(target, rows, count, d, out)) return;
  UnitSumInDoubles(rows, count, d, out);
}

}  // namespace rashomon

#endif  // HWY_ONCE
