#include "engine/align/fixed_rows.h"

#undef HWY_TARGET_INCLUDE
#define HWY_DISABLED_TARGETS (HWY_SSE4 | HWY_SSSE3)
#define HWY_TARGET_INCLUDE "engine/align/fixed_rows.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"

#ifndef RASHOMON_ENGINE_ALIGN_FIXED_ROWS_ONCE_
#define RASHOMON_ENGINE_ALIGN_FIXED_ROWS_ONCE_
namespace rashomon {

// A sum of rows of a matrix of d columns.
struct RowList {
  const std::int32_t* values = nullptr;
  std::size_t d = 0;
  RowSum sum;

  const std::int32_t* At(int row, std::size_t column) const {
    return values + static_cast<std::size_t>(row) * d + column;
  }
};

struct WholeProducts {
  std::int64_t left = 0;
  std::int64_t right = 0;
  std::int64_t cross = 0;
};

}  // namespace rashomon
#endif  // RASHOMON_ENGINE_ALIGN_FIXED_ROWS_ONCE_

HWY_BEFORE_NAMESPACE();
namespace rashomon {
namespace HWY_NAMESPACE {

// Sums of kColumns columns, and their products.
template <std::size_t kColumns>
HWY_INLINE void AddPlainly(const RowList& left, const RowList& right,
                           std::size_t column, WholeProducts* products) {
  const auto sum = [column](const RowList& list, std::int32_t* sums) {
    for (const int row : list.sum.rows) {
      const std::int32_t* at = list.At(row, column);
      for (std::size_t k = 0; k < kColumns; ++k) sums[k] += at[k];
    }
    if (list.sum.without_from == nullptr) return;
    for (std::size_t k = 0; k < kColumns; ++k) {
      sums[k] = list.sum.without_from[column + k] - sums[k];
    }
  };
  std::int32_t l[kColumns] = {}, r[kColumns] = {};
  sum(left, l);
  sum(right, r);
  for (std::size_t k = 0; k < kColumns; ++k) {
    products->left += std::int64_t{l[k]} * l[k];
    products->right += std::int64_t{r[k]} * r[k];
    products->cross += std::int64_t{l[k]} * r[k];
  }
}

#if HWY_TARGET == HWY_SCALAR

constexpr std::size_t kColumns = 16;

WholeProducts CompareSums(const RowList& left, const RowList& right) {
  WholeProducts sums;
  std::size_t column = 0;
  for (; column + kColumns <= left.d; column += kColumns) {
    AddPlainly<kColumns>(left, right, column, &sums);
  }
  for (; column < left.d; ++column) AddPlainly<1>(left, right, column, &sums);
  return sums;
}

#else

namespace hn = hwy::HWY_NAMESPACE;
using Int = hn::ScalableTag<std::int32_t>;
using Long = hn::RepartitionToWide<Int>;

// Registers of sums that are held at a time for each side.
constexpr std::size_t kHeld = 4;

template <std::size_t kRegisters>
HWY_INLINE void SumColumns(const RowList& list, std::size_t column,
                           hn::Vec<Int>* sums) {
  const Int tag;
  for (std::size_t k = 0; k < kRegisters; ++k) sums[k] = hn::Zero(tag);
  for (const int row : list.sum.rows) {
    const std::int32_t* at = list.At(row, column);
    for (std::size_t k = 0; k < kRegisters; ++k) {
      sums[k] = hn::Add(sums[k], hn::LoadU(tag, at + k * hn::Lanes(tag)));
    }
  }
  if (list.sum.without_from == nullptr) return;
  const std::int32_t* all = list.sum.without_from + column;
  for (std::size_t k = 0; k < kRegisters; ++k) {
    sums[k] = hn::Sub(hn::LoadU(tag, all + k * hn::Lanes(tag)), sums[k]);
  }
}

// The products of even lanes and of odd lanes, added up.
HWY_INLINE hn::Vec<Long> Product(hn::Vec<Int> a, hn::Vec<Int> b) {
  const Int tag;
  const Long wide;
  const auto odd = [&](hn::Vec<Int> v) {
    return hn::BitCast(tag, hn::ShiftRight<32>(hn::BitCast(wide, v)));
  };
  return hn::Add(hn::MulEven(a, b), hn::MulEven(odd(a), odd(b)));
}

struct Products {
  hn::Vec<Long> left, right, cross;
};

template <std::size_t kRegisters>
HWY_INLINE void AddColumns(const RowList& left, const RowList& right,
                           std::size_t column, Products* products) {
  hn::Vec<Int> l[kRegisters], r[kRegisters];
  SumColumns<kRegisters>(left, column, l);
  SumColumns<kRegisters>(right, column, r);
  for (std::size_t k = 0; k < kRegisters; ++k) {
    products->left = hn::Add(products->left, Product(l[k], l[k]));
    products->right = hn::Add(products->right, Product(r[k], r[k]));
    products->cross = hn::Add(products->cross, Product(l[k], r[k]));
  }
}

HWY_INLINE std::int64_t SumOf(hn::Vec<Long> v) {
  const Long wide;
  HWY_ALIGN std::int64_t lanes[hn::MaxLanes(wide)];
  hn::Store(v, wide, lanes);
  std::int64_t sum = 0;
  for (std::size_t k = 0; k < hn::Lanes(wide); ++k) sum += lanes[k];
  return sum;
}

WholeProducts CompareSums(const RowList& left, const RowList& right) {
  const Long wide;
  const std::size_t lanes = hn::Lanes(Int());
  Products p{hn::Zero(wide), hn::Zero(wide), hn::Zero(wide)};
  std::size_t column = 0;
  for (; column + kHeld * lanes <= left.d; column += kHeld * lanes) {
    AddColumns<kHeld>(left, right, column, &p);
  }
  for (; column + lanes <= left.d; column += lanes) {
    AddColumns<1>(left, right, column, &p);
  }
  WholeProducts sums{SumOf(p.left), SumOf(p.right), SumOf(p.cross)};
  for (; column < left.d; ++column) AddPlainly<1>(left, right, column, &sums);
  return sums;
}

#endif

void Sum(const RowList& list, std::int32_t* out) {
  std::fill(out, out + list.d, 0);
  for (const int row : list.sum.rows) {
    const std::int32_t* at = list.At(row, 0);
    for (std::size_t c = 0; c < list.d; ++c) out[c] += at[c];
  }
}

// Ties away from zero: what is cut off is exact.
void RoundRow(const float* row, float factor, std::size_t d,
              std::int32_t* out) {
  for (std::size_t c = 0; c < d; ++c) {
    const float x = row[c] * factor;
    const auto cut = static_cast<std::int32_t>(x);
    const float rest = x - static_cast<float>(cut);
    out[c] = cut + static_cast<std::int32_t>(rest >= 0.5f) -
             static_cast<std::int32_t>(rest <= -0.5f);
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace rashomon
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace rashomon {
namespace {

WholeProducts Compare(SimdTarget target, const RowList& left,
                      const RowList& right) {
#if HWY_TARGETS & HWY_AVX3
  if (target == SimdTarget::kAvx512Vnni) {
    return N_AVX3::CompareSums(left, right);
  }
#endif
#if HWY_TARGETS & HWY_AVX2
  if (target == SimdTarget::kAvx2) return N_AVX2::CompareSums(left, right);
#endif
  return HWY_STATIC_DISPATCH(CompareSums)(left, right);
}

void Sum(SimdTarget target, const RowList& list, std::int32_t* out) {
#if HWY_TARGETS & HWY_AVX3
  if (target == SimdTarget::kAvx512Vnni) return N_AVX3::Sum(list, out);
#endif
#if HWY_TARGETS & HWY_AVX2
  if (target == SimdTarget::kAvx2) return N_AVX2::Sum(list, out);
#endif
  HWY_STATIC_DISPATCH(Sum)(list, out);
}

void Round(SimdTarget target, const float* row, float factor, std::size_t d,
           std::int32_t* out) {
#if HWY_TARGETS & HWY_AVX3
  if (target == SimdTarget::kAvx512Vnni) {
    return N_AVX3::RoundRow(row, factor, d, out);
  }
#endif
#if HWY_TARGETS & HWY_AVX2
  if (target == SimdTarget::kAvx2) return N_AVX2::RoundRow(row, factor, d, out);
#endif
  return HWY_STATIC_DISPATCH(RoundRow)(row, factor, d, out);
}

}  // namespace

FixedRows::FixedRows(std::size_t n, std::size_t d, SimdTarget target)
    : target_(Runnable(target)),
      dimensions_(d),
      values_(std::make_unique_for_overwrite<std::int32_t[]>(n * d)) {}

void FixedRows::Set(std::size_t row, const float* values, float factor) {
  Round(target_, values, factor, dimensions_,
        values_.get() + row * dimensions_);
}

std::vector<std::int32_t> FixedRows::Sum(std::span<const int> rows) const {
  std::vector<std::int32_t> sum(dimensions_);
  rashomon::Sum(target_, {values_.get(), dimensions_, {.rows = rows}},
                sum.data());
  return sum;
}

SumProducts FixedRows::CompareSums(const RowSum& left,
                                   const RowSum& right) const {
  const WholeProducts p =
      Compare(target_, {values_.get(), dimensions_, left},
              {values_.get(), dimensions_, right});
  return {static_cast<double>(p.left), static_cast<double>(p.right),
          static_cast<double>(p.cross)};
}

}  // namespace rashomon

#endif  // HWY_ONCE
