#include "engine/align/candidates.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace rashomon {
namespace {

// Where each column occurs on one side.
class Postings {
 public:
  Postings(const std::vector<Bag>& bags, int columns)
      : rows_(static_cast<std::size_t>(columns)) {
    for (std::size_t row = 0; row < bags.size(); ++row) {
      for (const BagEntry& entry : bags[row]) {
        rows_[static_cast<std::size_t>(entry.column)].push_back(
            static_cast<int>(row));
      }
    }
  }
  const std::vector<int>& operator[](int column) const {
    return rows_[static_cast<std::size_t>(column)];
  }

 private:
  std::vector<std::vector<int>> rows_;
};

struct Found {
  int row = 0;
  double cosine = 0;
};

// Looks for the best partners of one sentence after the other.
class Finder {
 public:
  Finder(const std::vector<Bag>& others, int columns,
         const CandidateOptions& options)
      : others_(others),
        postings_(others, columns),
        options_(options),
        seen_(others.size(), -1) {}

  std::vector<Found> BestFor(const Bag& bag) {
    ++query_;
    std::vector<Found> found;
    for (const int row : RowsSharingWords(bag)) {
      const double cosine = Dot(bag, others_[static_cast<std::size_t>(row)]);
      if (cosine > 0) found.push_back({row, cosine});
    }
    const auto keep = std::min(
        found.size(), static_cast<std::size_t>(options_.per_sentence));
    std::partial_sort(found.begin(),
                      found.begin() + static_cast<std::ptrdiff_t>(keep),
                      found.end(), [](const Found& a, const Found& b) {
                        return a.cosine != b.cosine ? a.cosine > b.cosine
                                                    : a.row < b.row;
                      });
    found.resize(keep);
    return found;
  }

 private:
  std::vector<int> RowsSharingWords(const Bag& bag) {
    Bag rare_first = bag;
    std::stable_sort(rare_first.begin(), rare_first.end(),
                     [this](const BagEntry& a, const BagEntry& b) {
                       return postings_[a.column].size() <
                              postings_[b.column].size();
                     });
    std::vector<int> rows;
    int looked_at = 0;
    for (const BagEntry& entry : rare_first) {
      for (const int row : postings_[entry.column]) {
        if (++looked_at > options_.max_looked_at) return rows;
        int& seen = seen_[static_cast<std::size_t>(row)];
        if (std::exchange(seen, query_) != query_) rows.push_back(row);
      }
    }
    return rows;
  }

  const std::vector<Bag>& others_;
  Postings postings_;
  CandidateOptions options_;
  std::vector<int> seen_;  // the last query that met this row
  int query_ = -1;
};

}  // namespace

std::vector<CandidatePair> CandidatePairs(const std::vector<Bag>& left,
                                          const std::vector<Bag>& right,
                                          int columns,
                                          const CandidateOptions& options) {
  std::vector<CandidatePair> pairs;
  Finder among_right(right, columns, options);
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (const Found& f : among_right.BestFor(left[i])) {
      pairs.push_back({static_cast<int>(i), f.row, f.cosine});
    }
  }
  Finder among_left(left, columns, options);
  for (std::size_t j = 0; j < right.size(); ++j) {
    for (const Found& f : among_left.BestFor(right[j])) {
      pairs.push_back({f.row, static_cast<int>(j), f.cosine});
    }
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const CandidatePair& a, const CandidatePair& b) {
              return std::pair(a.left, a.right) < std::pair(b.left, b.right);
            });
  const auto same = [](const CandidatePair& a, const CandidatePair& b) {
    return a.left == b.left && a.right == b.right;
  };
  pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
  return pairs;
}

}  // namespace rashomon
