// Nearest rows of collections too large for the exact search (top_k.h): most of
// the nearest, from a graph of neighbours, in time that hardly grows with the
// collection.
//
//   RASHOMON_ASSIGN_OR_RETURN(ApproximateIndex index,
//                             ApproximateIndex::Build(rows));     // m x d
//   index.SetEffort(128);
//   std::vector<Neighbor> best = index.Search(query.data(), 10);  // d numbers
//
// Hierarchical navigable small worlds (Malkov, Yashunin 2018) by hnswlib, with
// this program's inner products. What share of the true nearest it finds
// depends on the rows and the effort: measure it on some queries against
// TopK(), as approximate_index_test.cc and benchmarks/search_peer_benchmark.cc
// do. An index lives in memory: it is built anew rather than read from a file.
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
  // Neighbours that a row keeps on each level, and twice as many on the lowest:
  // more find more, at more memory. 2 to 256.
  int links = 16;
  // Candidates looked at for each row while building: more find more, later.
  // 1 to 10,000.
  int build_effort = 200;
  // Of the levels that rows are given.
  std::uint32_t seed = 1;
  // With one, the same rows give the same index and the same results. With
  // more, links depend on which thread came first: results differ a little.
  int threads = 1;
  SimdTarget target = SimdTarget::kBest;
};

// Searches may run in any number of threads at a time, with no SetEffort()
// beside them.
class ApproximateIndex {
 public:
  // Of `rows` (m x d), which are copied; rows of zeros are welcome. Takes about
  // 4 d + 8 links + 40 bytes for each row. InvalidArgument where a number is not
  // finite or an option out of its range; ResourceExhausted where memory is.
  static absl::StatusOr<ApproximateIndex> Build(
      const RowMatrix& rows, const ApproximateIndexOptions& options = {});

  ApproximateIndex(ApproximateIndex&&) noexcept;
  ApproximateIndex& operator=(ApproximateIndex&&) noexcept;
  ~ApproximateIndex();

  int size() const;        // m
  int dimensions() const;  // d

  // Candidates looked at for each query, at least k: more find more, slower.
  // 100 until this is called.
  void SetEffort(int candidates);

  // Up to min(k, m) rows of large inner product with query[0, d), best first,
  // equal scores by row; scores are exact up to rounding. Empty where k <= 0 or
  // a number of the query is not finite.
  std::vector<Neighbor> Search(const float* query, int k) const;

 private:
  class Impl;
  explicit ApproximateIndex(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_SEARCH_APPROXIMATE_INDEX_H_
