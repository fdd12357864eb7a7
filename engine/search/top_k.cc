#include "engine/search/top_k.h"

#include <algorithm>
#include <cstddef>

namespace rashomon {
namespace {

// A block of 128 queries by 1024 rows is 512 KB of scores: it stays in the
// second-level cache between the product and the selection.
constexpr Eigen::Index kQueryBlock = 128;
constexpr Eigen::Index kRowBlock = 1024;

// "Worse" sorts last: lower score, then later row.
bool Better(const Neighbor& a, const Neighbor& b) {
  return a.score != b.score ? a.score > b.score : a.row < b.row;
}

// Keeps the best k of what is offered: a heap whose top is the worst kept.
void Offer(const Neighbor& candidate, std::size_t k,
           std::vector<Neighbor>* heap) {
  if (heap->size() < k) {
    heap->push_back(candidate);
    std::push_heap(heap->begin(), heap->end(), Better);
  } else if (Better(candidate, heap->front())) {
    std::pop_heap(heap->begin(), heap->end(), Better);
    heap->back() = candidate;
    std::push_heap(heap->begin(), heap->end(), Better);
  }
}

void OfferBlock(const RowMatrix& scores, Eigen::Index query, int first_row,
                std::size_t k, std::vector<Neighbor>* heap) {
  const float* row = scores.row(query).data();
  const auto count = static_cast<int>(scores.cols());
  for (int j = 0; j < count; ++j) {
    // Rows come in order, so an equal score never displaces a kept one.
    if (heap->size() < k || row[j] > heap->front().score) {
      Offer({first_row + j, row[j]}, k, heap);
    }
  }
}

}  // namespace

std::vector<std::vector<Neighbor>> TopK(const RowMatrix& queries,
                                        const RowMatrix& collection, int k) {
  const Eigen::Index n = queries.rows();
  const Eigen::Index m = collection.rows();
  std::vector<std::vector<Neighbor>> best(static_cast<std::size_t>(n));
  if (k <= 0 || queries.cols() != collection.cols()) return best;
  RowMatrix scores;
  for (Eigen::Index i = 0; i < n; i += kQueryBlock) {
    const Eigen::Index rows = std::min(kQueryBlock, n - i);
    for (Eigen::Index j = 0; j < m; j += kRowBlock) {
      const Eigen::Index columns = std::min(kRowBlock, m - j);
      scores.noalias() = queries.middleRows(i, rows) *
                         collection.middleRows(j, columns).transpose();
      for (Eigen::Index q = 0; q < rows; ++q) {
        OfferBlock(scores, q, static_cast<int>(j), static_cast<std::size_t>(k),
                   &best[static_cast<std::size_t>(i + q)]);
      }
    }
  }
  for (auto& heap : best) std::sort_heap(heap.begin(), heap.end(), Better);
  return best;
}

}  // namespace rashomon
