#include "engine/search/top_k_blocks.h"

#include <algorithm>

namespace rashomon {
namespace {

// A block of 128 queries by 1024 rows is 512 KB of scores: it stays in the
// second-level cache between the product and the selection. Threads get whole
// blocks of queries (top_k.cc).
constexpr Eigen::Index kQueryBlock = 128;
constexpr Eigen::Index kRowBlock = 1024;

void OfferRow(const RowMatrix& scores, Eigen::Index i, int first_row,
              BestNeighbors* best) {
  const float* score = scores.data() + i * scores.cols();
  for (int j = 0; j < static_cast<int>(scores.cols()); ++j) {
    if (score[j] >= best->threshold()) best->Offer({first_row + j, score[j]});
  }
}

}  // namespace

void OfferByBlocks(const RowMatrix& queries, const RowMatrix& collection,
                   std::size_t first, std::size_t last,
                   std::vector<BestNeighbors>* of_queries,
                   std::vector<BestNeighbors>* of_rows) {
  const Eigen::Index m = collection.rows();
  const auto end = static_cast<Eigen::Index>(last);
  RowMatrix scores;
  for (auto i = static_cast<Eigen::Index>(first); i < end; i += kQueryBlock) {
    const Eigen::Index rows = std::min(kQueryBlock, end - i);
    for (Eigen::Index j = 0; j < m; j += kRowBlock) {
      const Eigen::Index columns = std::min(kRowBlock, m - j);
      scores.noalias() = queries.middleRows(i, rows) *
                         collection.middleRows(j, columns).transpose();
      for (Eigen::Index q = 0; q < rows; ++q) {
        OfferRow(scores, q, static_cast<int>(j),
                 &(*of_queries)[static_cast<std::size_t>(i + q)]);
      }
      if (of_rows == nullptr) continue;
      for (Eigen::Index q = 0; q < rows; ++q) {
        for (Eigen::Index c = 0; c < columns; ++c) {
          BestNeighbors& best = (*of_rows)[static_cast<std::size_t>(j + c)];
          const float score = scores(q, c);
          if (score >= best.threshold()) {
            best.Offer({static_cast<int>(i + q), score});
          }
        }
      }
    }
  }
}

}  // namespace rashomon
