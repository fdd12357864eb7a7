// The signs of a collection's numbers, a bit each, and what they foretell of
// inner products: a filter of a 32nd of the bytes.
//
//   SignRows signs = SignRowsOf(rows);                       // m x d
//   SignQuery query = SignQueryOf(vector, d);
//   std::vector<Candidate> best = BestCandidates(target, signs, query, 1'000);
//
// For a row y with signs s, q.y is foretold as  q.s |y|^2 / y.s,  which is right
// for q = y, and in the mean over rotations of q about y (Gao, Long 2024,
// "RaBitQ"). Good for vectors whose length is not in a few columns.
#ifndef RASHOMON_ENGINE_SEARCH_SIGN_ROWS_H_
#define RASHOMON_ENGINE_SEARCH_SIGN_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/base/simd_target.h"
#include "engine/embed/matrix.h"

namespace rashomon {

// Rows stand interleaved in bundles: of each, eight columns at a time.
inline constexpr std::size_t kSignBundle = 64;
// The most columns that sums of 16 bits can do with.
inline constexpr Eigen::Index kMaxSignColumns = 1 << 14;

struct SignRows {
  std::size_t size = 0;
  std::size_t groups = 0;           // of eight columns, filled up with any
  std::vector<std::uint8_t> codes;  // of bundles, filled up with any
  std::vector<float> factors;       // |y|^2 / y.s, 0 of rows of zeros
  bool finite = true;               // no factor is too large to multiply with
};

// A query: what each four signs add to q.s, as steps above the least.
struct SignQuery {
  std::vector<std::uint8_t> tables;  // 16 for each four columns
  float step = 0;
  float least = 0;      // of q.s
  bool finite = true;   // no number is too large to multiply with
};

// A row, and what its product is foretold to be.
struct Candidate {
  std::uint32_t row = 0;
  float product = 0;
};

// d at most kMaxSignColumns. O(m d).
SignRows SignRowsOf(const RowMatrix& matrix);

// Of query[0, d), which is finite. O(16 d).
SignQuery SignQueryOf(const float* query, std::size_t d);

// min(count, m) rows of the largest foretold products, in no order; of equal
// ones the first. Every target gives the same. `target` is runnable and no
// kBaseline; rows and query are finite. O(m d), some 3 cycles a row at d = 256.
std::vector<Candidate> BestCandidates(SimdTarget target, const SignRows& rows,
                                      const SignQuery& query,
                                      std::size_t count);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_SIGN_ROWS_H_
