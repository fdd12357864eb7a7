#include "engine/search/sign_kernel.h"

#include <bit>
#include <cstdint>

#define HWY_DISABLED_TARGETS (HWY_SSE4 | HWY_SSSE3)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/search/sign_kernel.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/cache_control.h"
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace rashomon {
namespace HWY_NAMESPACE {

#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3

namespace hn = hwy::HWY_NAMESPACE;
using Bytes = hn::ScalableTag<std::uint8_t>;
using Shorts = hn::ScalableTag<std::uint16_t>;

// Bytes of codes that are sent for ahead of those that are looked at.
constexpr std::size_t kAhead = 4096;

// Of each row of the bundle's first Lanes(Bytes()) rows from `codes` on, the
// sum of what its codes name in the tables.
HWY_INLINE void SumTables(const std::uint8_t* codes, std::size_t groups,
                          const std::uint8_t* tables, std::uint16_t* sums) {
  const Bytes bytes;
  const Shorts shorts;
  const auto low_four = hn::Set(bytes, 15);
  auto all = hn::Zero(shorts);  // sums of pairs of rows, as they stand
  auto odd = hn::Zero(shorts);
  for (std::size_t g = 0; g < groups; ++g) {
    hwy::Prefetch(codes + g * kSignBundle + kAhead);
    const auto code = hn::LoadU(bytes, codes + g * kSignBundle);
    const auto low = hn::And(code, low_four);
    const auto high = hn::And(
        hn::BitCast(bytes, hn::ShiftRight<4>(hn::BitCast(shorts, code))),
        low_four);
    const std::uint8_t* table = tables + g * 32;
    const auto sum =
        hn::Add(hn::TableLookupBytes(hn::LoadDup128(bytes, table), low),
                hn::TableLookupBytes(hn::LoadDup128(bytes, table + 16), high));
    const auto pairs = hn::BitCast(shorts, sum);
    all = hn::Add(all, pairs);
    odd = hn::Add(odd, hn::ShiftRight<8>(pairs));
  }
  const auto even = hn::Sub(all, hn::ShiftLeft<8>(odd));
  hn::StoreInterleaved2(even, odd, shorts, sums);
}

void AppendCandidates(const SignRows& rows, const SignQuery& query,
                      std::size_t first, std::size_t last, float threshold,
                      std::vector<Candidate>* candidates) {
  const hn::ScalableTag<float> tag;
  const hn::Rebind<std::int32_t, decltype(tag)> ints;
  const hn::Rebind<std::uint16_t, decltype(tag)> narrow;
  const std::size_t lanes = hn::Lanes(tag);
  const auto step = hn::Set(tag, query.step);
  const auto least = hn::Set(tag, query.least);
  const auto limit = hn::Set(tag, threshold);
  HWY_ALIGN std::uint16_t sums[kSignBundle];
  HWY_ALIGN float products[kSignBundle];
  for (std::size_t row = first; row < last; row += kSignBundle) {
    const std::uint8_t* codes = rows.codes.data() + row * rows.groups;
    for (std::size_t i = 0; i < kSignBundle; i += hn::Lanes(Bytes())) {
      SumTables(codes + i, rows.groups, query.tables.data(), sums + i);
    }
    std::uint64_t above = 0;
    for (std::size_t i = 0; i < kSignBundle; i += lanes) {
      const auto sum =
          hn::ConvertTo(tag, hn::PromoteTo(ints, hn::Load(narrow, sums + i)));
      const auto product =
          hn::Mul(hn::Add(hn::Mul(sum, step), least),
                  hn::LoadU(tag, rows.factors.data() + row + i));
      hn::Store(product, tag, products + i);
      std::uint8_t mask[8] = {};
      hn::StoreMaskBits(tag, hn::Gt(product, limit), mask);
      above |= (std::uint64_t{mask[0]} | std::uint64_t{mask[1]} << 8) << i;
    }
    for (; above != 0; above &= above - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(above));
      if (row + i >= last) break;
      candidates->push_back(
          {static_cast<std::uint32_t>(row + i), products[i]});
    }
  }
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace rashomon
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace rashomon {

#if HWY_TARGETS & HWY_AVX2
namespace least = N_AVX2;
#else
namespace least = N_AVX3;
#endif

void AppendCandidates(SimdTarget target, const SignRows& rows,
                      const SignQuery& query, std::size_t first,
                      std::size_t last, float threshold,
                      std::vector<Candidate>* candidates) {
#if HWY_TARGETS & HWY_AVX3
  if (target == SimdTarget::kAvx512Vnni) {
    N_AVX3::AppendCandidates(rows, query, first, last, threshold, candidates);
    return;
  }
#endif
  least::AppendCandidates(rows, query, first, last, threshold, candidates);
}

}  // namespace rashomon

#endif  // HWY_ONCE
