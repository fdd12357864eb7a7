// Nearest rows of collections too large for the exact search of one query at a
// time (top_k.h): most of the nearest, in a small part of the time.
//
//   RASHOMON_ASSIGN_OR_RETURN(ApproximateIndex index,
//                             ApproximateIndex::Build(rows));     // m x d
//   index.SetEffort(1'000);
//   std::vector<Neighbor> best = index.Search(query.data(), 10);  // d numbers
//
// The signs of all rows foretell their products with the query (sign_rows.h),
// and the most promising are multiplied exactly. What share of the true nearest
// is found depends on the rows and the effort: measure it on some queries
// against TopK(), as approximate_index_test.cc and
// benchmarks/approximate_peer_benchmark.cc do. An index lives in memory: it is
// built in little more time than a copy of the rows takes.
//
// For queries that come one at a time. Where hundreds are at hand at once, TopK()
// misses none, and takes from two thirds of the time (AVX-512, 100,000 rows) to
// somewhat more: ExactTen of that benchmark.
#ifndef RASHOMON_ENGINE_SEARCH_APPROXIMATE_INDEX_H_
#define RASHOMON_ENGINE_SEARCH_APPROXIMATE_INDEX_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/base/simd_target.h"
#include "engine/embed/matrix.h"
#include "engine/search/neighbors.h"

namespace rashomon {

struct ApproximateIndexOptions {
  // Without AVX2 or better, all rows are multiplied: nothing is missed then.
  SimdTarget target = SimdTarget::kBest;
};

// Searches may run in any number of threads at a time, with no SetEffort()
// beside them.
class ApproximateIndex {
 public:
  // Of `rows` (m x d), which are copied; rows of zeros are welcome. Takes
  // 4 d + d / 8 + 4 bytes for each row, and O(m d) time. InvalidArgument where a
  // number is not finite; ResourceExhausted where memory is.
  static absl::StatusOr<ApproximateIndex> Build(
      const RowMatrix& rows, const ApproximateIndexOptions& options = {});

  ApproximateIndex(ApproximateIndex&&) noexcept;
  ApproximateIndex& operator=(ApproximateIndex&&) noexcept;
  ~ApproximateIndex();

  int size() const;        // m
  int dimensions() const;  // d

  // Rows that are multiplied for each query, at least k: more find more, slower;
  // as many as there are find what TopK() finds. 1,000 until this is called.
  void SetEffort(int candidates);

  // min(k, m) rows of large inner product with query[0, d), best first, equal
  // scores by row; scores are exact up to rounding. Empty where k <= 0 or a
  // number of the query is not finite. O(m d): some 3 cycles a row at d = 256.
  std::vector<Neighbor> Search(const float* query, int k) const;

 private:
  class Impl;
  explicit ApproximateIndex(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_APPROXIMATE_INDEX_H_
