#include "engine/search/filter_kernel.h"

#include <algorithm>
#include <cmath>
#include <limits>

#define HWY_WANT_AVX3_DL 1
// Two targets are enough; where neither runs, blocks of products are faster.
#define HWY_DISABLED_TARGETS (HWY_AVX3 | HWY_SSE4 | HWY_SSSE3)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/search/filter_kernel.cc"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"

#include <immintrin.h>

HWY_BEFORE_NAMESPACE();
#if HWY_TARGET == HWY_AVX3_DL
// Highway asks the processor for these instructions, but not the compiler.
HWY_PUSH_ATTRIBUTES("avx512vnni")
#endif
namespace rashomon {
namespace HWY_NAMESPACE {

#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3_DL

namespace hn = hwy::HWY_NAMESPACE;
using Int = hn::ScalableTag<std::int32_t>;
using Float = hn::ScalableTag<float>;

// ExactProduct keeps so many sums, whatever the width of a register.
constexpr std::size_t kSums = 32;

float ExactProduct(const float* x, const float* y, std::size_t d) {
  const hn::CappedTag<float, 16> tag;
  const std::size_t lanes = hn::Lanes(tag);
  const std::size_t whole = d / kSums * kSums;
  HWY_ALIGN float sums[kSums];
  for (std::size_t s = 0; s < kSums; s += lanes) {
    auto sum = hn::Zero(tag);
    for (std::size_t c = s; c < whole; c += kSums) {
      sum = hn::Add(sum, hn::Mul(hn::LoadU(tag, x + c), hn::LoadU(tag, y + c)));
    }
    hn::Store(sum, tag, sums + s);
  }
  for (std::size_t c = whole; c < d; ++c) sums[c - whole] += x[c] * y[c];
  for (std::size_t half = kSums / 2; half > 0; half /= 2) {
    for (std::size_t s = 0; s < half; ++s) sums[s] += sums[s + half];
  }
  return sums[0];
}

// Squares of smaller numbers vanish: such a row is all error.
constexpr float kTiny = 1e-15F;
// More than what sums of 2^16 squares lose in so many lanes.
constexpr float kRoundUp = 1 + 1e-3F;

RoundedRow RoundRow(const float* row, std::size_t d, int levels,
                    std::int8_t* out) {
  const Float tag;
  const hn::Rebind<std::int8_t, Float> byte_tag;
  const std::size_t lanes = hn::Lanes(tag);
  const std::size_t whole = d / lanes * lanes;
  HWY_ALIGN float rest[kBundle] = {};  // the last columns, and zeros
  std::copy(row + whole, row + d, rest);
  auto most = hn::Abs(hn::Load(tag, rest));
  for (std::size_t c = 0; c < whole; c += lanes) {
    most = hn::Max(most, hn::Abs(hn::LoadU(tag, row + c)));
  }
  RoundedRow rounded;
  const float largest = hn::GetLane(hn::MaxOfLanes(tag, most));
  if (largest < kTiny) {
    std::fill(out, out + d, std::int8_t{0});
    rounded.norm = rounded.error =
        largest * std::sqrt(static_cast<float>(d)) * kRoundUp;
    return rounded;
  }
  rounded.scale = largest / static_cast<float>(levels);
  const auto inverse = hn::Set(tag, 1 / rounded.scale);
  const auto limit = hn::Set(tag, static_cast<float>(levels));
  auto norm = hn::Zero(tag), kept_norm = norm, error = norm;
  for (std::size_t c = 0; c < d; c += lanes) {
    const auto exact = c < whole ? hn::LoadU(tag, row + c) : hn::Load(tag, rest);
    const auto level = hn::Min(
        limit, hn::Max(hn::Neg(limit), hn::Round(hn::Mul(exact, inverse))));
    const auto kept = hn::Mul(level, hn::Set(tag, rounded.scale));
    const auto lost = hn::Sub(exact, kept);
    norm = hn::MulAdd(exact, exact, norm);
    kept_norm = hn::MulAdd(kept, kept, kept_norm);
    error = hn::MulAdd(lost, lost, error);
    const auto bytes = hn::DemoteTo(byte_tag, hn::ConvertTo(Int(), level));
    if (c < whole) {
      hn::StoreU(bytes, byte_tag, out + c);
    } else {
      HWY_ALIGN std::int8_t last[kBundle];
      hn::StoreU(bytes, byte_tag, last);
      std::copy(last, last + (d - c), out + c);
    }
  }
  const auto root = [&](auto sum) {
    return std::sqrt(hn::GetLane(hn::SumOfLanes(tag, sum))) * kRoundUp;
  };
  rounded.norm = root(norm);
  rounded.rounded = root(kept_norm);
  rounded.error = root(error);
  return rounded;
}

// More than what floats lose in a bound, and in a product of 2^16 columns.
constexpr float kSlack = 4e-6f;
// Queries and bundles whose sums are held in registers at a time.
constexpr std::size_t kQueries = 8;
#if HWY_TARGET == HWY_AVX3_DL
constexpr std::size_t kBundles = 2;
constexpr std::size_t kHalves = 1;
#else
constexpr std::size_t kBundles = 1;
constexpr std::size_t kHalves = 2;
#endif

// A bundle of sums takes kHalves registers.
using Sums = hn::Vec<Int>;
constexpr std::size_t kLanes = kBundle / kHalves;

// The sums of products of each query with each row of the bundles.
struct Tile {
  Sums sums[kQueries][kBundles][kHalves];
};

#if HWY_TARGET == HWY_AVX3_DL

HWY_INLINE void Multiply(const std::int8_t* const (&queries)[kQueries],
                         const std::uint8_t* bundles, std::size_t columns,
                         Tile* tile) {
  const std::size_t stride = columns * kBundle;
  for (std::size_t c = 0; c < columns; c += 4) {
    __m512i rows[kBundles];
    for (std::size_t b = 0; b < kBundles; ++b) {
      rows[b] = _mm512_loadu_si512(bundles + b * stride + c * kBundle);
    }
    for (std::size_t q = 0; q < kQueries; ++q) {
      std::int32_t four;
      __builtin_memcpy(&four, queries[q] + c, 4);
      const __m512i query = _mm512_set1_epi32(four);
      for (std::size_t b = 0; b < kBundles; ++b) {
        Sums& sums = tile->sums[q][b][0];
        sums.raw = _mm512_dpbusd_epi32(sums.raw, rows[b], query);
      }
    }
  }
}

#else

HWY_INLINE void Multiply(const std::int8_t* const (&queries)[kQueries],
                         const std::uint8_t* bundle, std::size_t columns,
                         Tile* tile) {
  const __m256i ones = _mm256_set1_epi16(1);
  for (std::size_t c = 0; c < columns; c += 8) {
    __m256i rows[kHalves][2];  // columns c and c + 4
    for (std::size_t h = 0; h < kHalves; ++h) {
      for (std::size_t k = 0; k < 2; ++k) {
        rows[h][k] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(
            bundle + (c + 4 * k) * kBundle + 32 * h));
      }
    }
    for (std::size_t q = 0; q < kQueries; ++q) {
      std::int32_t four[2];
      __builtin_memcpy(four, queries[q] + c, 8);
      const __m256i early = _mm256_set1_epi32(four[0]);
      const __m256i late = _mm256_set1_epi32(four[1]);
      for (std::size_t h = 0; h < kHalves; ++h) {
        // At most 4 * 127 * 63 in 16 bits: no overflow.
        const __m256i pairs =
            _mm256_add_epi16(_mm256_maddubs_epi16(rows[h][0], early),
                             _mm256_maddubs_epi16(rows[h][1], late));
        Sums& sums = tile->sums[q][0][h];
        sums.raw =
            _mm256_add_epi32(sums.raw, _mm256_madd_epi16(pairs, ones));
      }
    }
  }
}

#endif

// The largest of some values, for a bound that holds for all of them.
float Largest(const std::vector<float>& values, std::size_t first,
              std::size_t last) {
  return *std::max_element(values.begin() + static_cast<std::ptrdiff_t>(first),
                           values.begin() + static_cast<std::ptrdiff_t>(last));
}

class BlockFilter {
 public:
  BlockFilter(const FilterArguments& a, std::vector<BoundedPair>* pairs)
      : a_(a), q_(a.queries->rounding), r_(a.rows->rounding), pairs_(*pairs) {
    const std::size_t last =
        std::min(r_.scale.size(),
                 (a.last_row + kRowPadding - 1) / kRowPadding * kRowPadding);
    most_error_ = Largest(r_.error, a.first_row, last);
    most_rounded_ = Largest(r_.rounded, a.first_row, last);
  }

  void Run() {
    const std::size_t columns = a_.queries->columns;
    for (std::size_t q = a_.first_query; q < a_.last_query; q += kQueries) {
      const std::size_t count = std::min(kQueries, a_.last_query - q);
      const std::int8_t* queries[kQueries];
      Need needs[kQueries];
      for (std::size_t k = 0; k < kQueries; ++k) {
        const std::size_t at = q + std::min(k, count - 1);
        queries[k] = a_.queries->bytes.data() + at * columns;
        needs[k] = NeedOf(at);
      }
      for (std::size_t row = a_.first_row; row < a_.last_row;
           row += kBundles * kBundle) {
        RunTile(queries, needs, q, count, row);
      }
    }
  }

 private:
  // What decides for a query without a look at what each row lost: a pair
  // matters only where scale of the row * sum reaches `least`.
  struct Need {
    std::int32_t start = 0;  // of the sums: takes the rows' offset out
    float least = 0;
    float inverse = 0;  // 1 / scale of the query
    float lost = 0;     // the most that the rounding can hide, by that scale
  };

  Need NeedOf(std::size_t query) const {
    Need need;
    need.start = -a_.rows->offset * a_.queries->sums[query];
    const float lost = q_.norm[query] * most_error_ +
                       (q_.error[query] + kSlack * q_.norm[query]) *
                           most_rounded_;
    // A query of zeros has products of zero, whatever is asked.
    need.inverse = q_.scale[query] > 0 ? 1 / q_.scale[query] : 0;
    need.lost = lost * need.inverse * (1 + kSlack);
    const float threshold = a_.query_thresholds[query - a_.first_query];
    need.least = threshold * need.inverse -
                 kSlack * std::abs(threshold * need.inverse) - need.lost;
    if (need.inverse == 0) need.least = -std::numeric_limits<float>::infinity();
    return need;
  }

  HWY_INLINE void RunTile(const std::int8_t* const (&queries)[kQueries],
                          const Need (&needs)[kQueries], std::size_t query,
                          std::size_t count, std::size_t row) {
    Tile tile;
    for (std::size_t k = 0; k < kQueries; ++k) {
      for (auto& bundle : tile.sums[k]) {
        for (Sums& sums : bundle) sums = hn::Set(Int(), needs[k].start);
      }
    }
    Multiply(queries, a_.rows->bytes.data() + row * a_.queries->columns,
             a_.queries->columns, &tile);
    for (std::size_t k = 0; k < kQueries; ++k) {
      for (std::size_t b = 0; b < kBundles; ++b) {
        for (std::size_t h = 0; h < kHalves; ++h) {
          const std::size_t at = row + b * kBundle + h * kLanes;
          if (HWY_LIKELY(!Reaches(needs[k], tile.sums[k][b][h], at))) continue;
          if (k < count) Append(query + k, at, tile.sums[k][b][h]);
        }
      }
    }
  }

  HWY_INLINE bool Reaches(const Need& need, Sums sums, std::size_t row) const {
    const Float tag;
    const auto product = hn::Mul(hn::ConvertTo(tag, sums),
                                 hn::LoadU(tag, r_.scale.data() + row));
    auto reaches = hn::Ge(product, hn::Set(tag, need.least));
    if (a_.row_thresholds != nullptr) {
      const auto threshold = hn::LoadU(tag, a_.row_thresholds + row);
      const auto least = hn::Sub(
          hn::Mul(threshold, hn::Set(tag, need.inverse)),
          hn::Set(tag, need.lost + kSlack * need.inverse));
      reaches = hn::Or(reaches, hn::Ge(product, least));
    }
    return !hn::AllFalse(tag, reaches);
  }

  // The pairs of a query and kLanes rows that matter, each by what it lost.
  HWY_NOINLINE void Append(std::size_t query, std::size_t row, Sums sums) {
    const Float tag;
    const auto scale = hn::Mul(hn::Set(tag, q_.scale[query]),
                               hn::LoadU(tag, r_.scale.data() + row));
    const auto product = hn::Mul(hn::ConvertTo(tag, sums), scale);
    const auto error = hn::Set(tag, q_.error[query] + kSlack * q_.norm[query]);
    const auto lost =
        hn::Add(hn::Mul(hn::Set(tag, q_.norm[query]),
                        hn::LoadU(tag, r_.error.data() + row)),
                hn::Mul(error, hn::LoadU(tag, r_.rounded.data() + row)));
    const auto most = hn::Add(product, lost);
    auto matters = hn::Ge(most, hn::Set(tag, a_.query_thresholds[query - a_.first_query]));
    if (a_.row_thresholds != nullptr) {
      matters = hn::Or(
          matters, hn::Ge(most, hn::LoadU(tag, a_.row_thresholds + row)));
    }
    std::uint8_t mask[8] = {};
    hn::StoreMaskBits(tag, matters, mask);
    std::uint32_t bits = mask[0] | std::uint32_t{mask[1]} << 8;
    if (bits == 0) return;
    HWY_ALIGN float leasts[kLanes], mosts[kLanes];
    hn::Store(hn::Sub(product, lost), tag, leasts);
    hn::Store(most, tag, mosts);
    for (; bits != 0; bits &= bits - 1) {
      const auto i = static_cast<std::uint32_t>(__builtin_ctz(bits));
      const auto at = static_cast<std::uint32_t>(row) + i;
      if (at >= a_.last_row) return;
      pairs_.push_back(
          {static_cast<std::uint32_t>(query), at, leasts[i], mosts[i]});
    }
  }

  const FilterArguments& a_;
  const ByteRounding& q_;
  const ByteRounding& r_;
  std::vector<BoundedPair>& pairs_;
  float most_error_ = 0;    // of the rows of the block
  float most_rounded_ = 0;
};

void FilterBlock(const FilterArguments& a, std::vector<BoundedPair>* pairs) {
  BlockFilter(a, pairs).Run();
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace rashomon
#if HWY_TARGET == HWY_AVX3_DL
HWY_POP_ATTRIBUTES
#endif
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace rashomon {

// What the compiler's flags ask for is the least that is built: under
// -march=native the lower targets are left out, and never runnable alone.
#if HWY_TARGETS & HWY_AVX2
namespace least = N_AVX2;
#else
namespace least = N_AVX3_DL;
#endif

void FilterBlock(SimdTarget target, const FilterArguments& arguments,
                 std::vector<BoundedPair>* pairs) {
#if HWY_TARGETS & HWY_AVX3_DL
  if (target == SimdTarget::kAvx512Vnni) {
    return N_AVX3_DL::FilterBlock(arguments, pairs);
  }
#endif
  least::FilterBlock(arguments, pairs);
}

RoundedRow RoundRow(SimdTarget target, const float* row, std::size_t d,
                    int levels, std::int8_t* out) {
#if HWY_TARGETS & HWY_AVX3_DL
  if (target == SimdTarget::kAvx512Vnni) {
    return N_AVX3_DL::RoundRow(row, d, levels, out);
  }
#endif
  return least::RoundRow(row, d, levels, out);
}

float ExactProduct(SimdTarget target, const float* x, const float* y,
                   std::size_t d) {
#if HWY_TARGETS & HWY_AVX3_DL
  if (target == SimdTarget::kAvx512Vnni) {
    return N_AVX3_DL::ExactProduct(x, y, d);
  }
#endif
  return least::ExactProduct(x, y, d);
}

}  // namespace rashomon

#endif  // HWY_ONCE
