#include "engine/search/top_k.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <thread>
#include <utility>

#include "engine/search/byte_rows.h"
#include "engine/search/filter_kernel.h"
#include "engine/search/shortlists.h"
#include "engine/search/top_k_blocks.h"
#include "hwy/cache_control.h"

namespace rashomon {
namespace {

// Queries and rows that are filtered together: 64 KB and 128 KB of bytes at
// d = 256. The first blocks are small: before a threshold stands, every pair
// is multiplied.
constexpr std::size_t kQueryBlock = 256;
constexpr std::size_t kFirstQueryBlock = 16;
constexpr std::size_t kRowBlock = 256;
constexpr std::size_t kFirstRowBlock = kRowPadding;
// A thread's share is a multiple of this, as are the blocks of top_k_blocks.h:
// what is added up with what depends on no number of threads.
constexpr std::size_t kShare = 128;

using Lists = std::vector<std::vector<Neighbor>>;

// What the threads share, and do not change.
struct Sides {
  const RowMatrix& queries;
  const RowMatrix& rows;
  std::size_t k;
  SimdTarget target;
  bool both;
  float least;
  ByteQueries byte_queries;
  ByteRows byte_rows;
};

const float* RowOf(const RowMatrix& m, std::size_t i) {
  return m.data() + i * static_cast<std::size_t>(m.cols());
}

// Rows lie far apart: each is sent for while the one before is multiplied.
void Fetch(const RowMatrix& rows, std::size_t row) {
  constexpr Eigen::Index kLine = 16;  // floats of a line of the cache
  const float* at = RowOf(rows, row);
  for (Eigen::Index c = 0; c < rows.cols(); c += kLine) hwy::Prefetch(at + c);
}

// One thread's share of the queries.
class Searcher {
 public:
  Searcher(const Sides& sides, std::vector<BestNeighbors>* of_queries)
      : sides_(sides), of_queries_(*of_queries) {
    if (!sides.both) return;
    of_rows_.assign(static_cast<std::size_t>(sides.rows.rows()),
                    BestNeighbors(sides.k));
  }

  void Search(std::size_t first, std::size_t last) {
    if (sides_.target == SimdTarget::kBaseline) {
      OfferByBlocks(sides_.queries, sides_.rows, first, last, &of_queries_,
                    sides_.both ? &of_rows_ : nullptr);
      return;
    }
    // Rows that fill up have lists, too: kernels read their thresholds.
    Shortlists of_rows(
        sides_.both ? sides_.byte_rows.rounding.scale.size() : 0, sides_.k,
        sides_.least);
    // Only thresholds of rows profit from small blocks of queries.
    std::size_t block = sides_.both ? kFirstQueryBlock : kQueryBlock;
    for (std::size_t q = first; q < last; q += block) {
      if (q > first) block = std::min(2 * block, kQueryBlock);
      SearchBlock(q, std::min(last, q + block), &of_rows);
    }
    of_rows.Take([&](std::size_t row, std::span<const Neighbor> queries) {
      Multiply(sides_.rows, row, sides_.queries, queries, &of_rows_[row]);
    });
  }

  const std::vector<BestNeighbors>& of_rows() const { return of_rows_; }

 private:
  void SearchBlock(std::size_t first, std::size_t last, Shortlists* of_rows) {
    Shortlists of_queries(last - first, sides_.k, sides_.least);
    FilterArguments a;
    a.queries = &sides_.byte_queries;
    a.rows = &sides_.byte_rows;
    a.first_query = first;
    a.last_query = last;
    a.query_thresholds = of_queries.thresholds();
    a.row_thresholds = sides_.both ? of_rows->thresholds() : nullptr;
    std::size_t block = kFirstRowBlock;
    while (a.last_row < sides_.byte_rows.size) {
      a.first_row = a.last_row;
      a.last_row = std::min(sides_.byte_rows.size, a.first_row + block);
      block = std::min(2 * block, kRowBlock);
      pairs_.clear();
      FilterBlock(sides_.target, a, &pairs_);
      for (const BoundedPair& p : pairs_) {
        Add(p.query - first, p.row, p, &of_queries);
        if (sides_.both) Add(p.row, p.query, p, of_rows);
      }
    }
    of_queries.Take([&](std::size_t q, std::span<const Neighbor> rows) {
      Multiply(sides_.queries, first + q, sides_.rows, rows,
               &of_queries_[first + q]);
    });
  }

  static void Add(std::size_t list, std::uint32_t other,
                  const BoundedPair& pair, Shortlists* lists) {
    if (pair.most < lists->thresholds()[list]) return;
    lists->Add(list, other, pair.least, pair.most);
  }

  // Those that may be the best come first: the rest need not be multiplied.
  void Multiply(const RowMatrix& side, std::size_t i, const RowMatrix& others,
                std::span<const Neighbor> neighbors,
                BestNeighbors* best) const {
    const auto d = static_cast<std::size_t>(side.cols());
    for (std::size_t n = 0; n < neighbors.size(); ++n) {
      if (neighbors[n].score < best->threshold()) return;
      if (n + 1 < neighbors.size()) {
        Fetch(others, static_cast<std::size_t>(neighbors[n + 1].row));
      }
      const int j = neighbors[n].row;
      best->Offer({j, ExactProduct(sides_.target, RowOf(side, i),
                                   RowOf(others, static_cast<std::size_t>(j)),
                                   d)});
    }
  }

  const Sides& sides_;
  std::vector<BestNeighbors>& of_queries_;
  std::vector<BestNeighbors> of_rows_;
  std::vector<BoundedPair> pairs_;
};

SimdTarget TargetFor(const RowMatrix& left, SimdTarget asked) {
  const bool fits = left.cols() > 0 && left.cols() <= kMaxByteColumns;
  return fits ? Runnable(asked) : SimdTarget::kBaseline;
}

Lists Take(std::vector<BestNeighbors>* best, float least) {
  Lists lists;
  lists.reserve(best->size());
  for (BestNeighbors& b : *best) {
    lists.push_back(b.Take());
    while (!lists.back().empty() && lists.back().back().score < least) {
      lists.back().pop_back();
    }
  }
  return lists;
}

MutualTopK Run(const RowMatrix& left, const RowMatrix& right, int k, bool both,
               const TopKOptions& options) {
  const auto n = static_cast<std::size_t>(left.rows());
  const auto m = static_cast<std::size_t>(right.rows());
  MutualTopK result;
  result.of_left.resize(n);
  if (both) result.of_right.resize(m);
  if (k <= 0 || left.cols() != right.cols() || n == 0 || m == 0) return result;
  Sides sides{left, right, static_cast<std::size_t>(k),
              TargetFor(left, options.target), both, options.least, {}, {}};
  if (sides.target != SimdTarget::kBaseline) {
    sides.byte_queries = ByteQueriesOf(left, sides.target);
    sides.byte_rows = ByteRowsOf(right, sides.target);
    if (!sides.byte_queries.rounding.finite ||
        !sides.byte_rows.rounding.finite) {
      sides.target = SimdTarget::kBaseline;
    }
  }
  std::vector<BestNeighbors> of_queries(n, BestNeighbors(sides.k));
  const std::size_t shares = (n + kShare - 1) / kShare;
  const std::size_t threads = std::clamp<std::size_t>(
      static_cast<std::size_t>(std::max(options.threads, 1)), 1, shares);
  const auto share_begin = [&](std::size_t t) {
    return std::min(n, shares * t / threads * kShare);
  };
  std::vector<Searcher> searchers(threads, Searcher(sides, &of_queries));
  std::vector<std::thread> running;
  for (std::size_t t = 1; t < threads; ++t) {
    running.emplace_back([&, t] {
      searchers[t].Search(share_begin(t), share_begin(t + 1));
    });
  }
  searchers[0].Search(0, share_begin(1));
  for (std::thread& thread : running) thread.join();
  result.of_left = Take(&of_queries, options.least);
  if (!both) return result;
  std::vector<BestNeighbors> of_rows = searchers[0].of_rows();
  for (std::size_t t = 1; t < threads; ++t) {
    for (std::size_t j = 0; j < m; ++j) {
      of_rows[j].OfferAll(searchers[t].of_rows()[j]);
    }
  }
  result.of_right = Take(&of_rows, options.least);
  return result;
}

}  // namespace

std::vector<std::vector<Neighbor>> TopK(const RowMatrix& queries,
                                        const RowMatrix& collection, int k,
                                        const TopKOptions& options) {
  return Run(queries, collection, k, /*both=*/false, options).of_left;
}

MutualTopK TopKBothWays(const RowMatrix& left, const RowMatrix& right, int k,
                        const TopKOptions& options) {
  return Run(left, right, k, /*both=*/true, options);
}

}  // namespace rashomon
