#include "engine/align/candidates.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

namespace rashomon {
namespace {

// Where each column occurs on one side, and with which weight.
class Postings {
 public:
  struct Posting {
    int row = 0;
    float weight = 0;
  };

  Postings(const std::vector<Bag>& bags, int columns)
      : begin_(static_cast<std::size_t>(columns) + 1, 0) {
    for (const Bag& bag : bags) {
      for (const BagEntry& e : bag) {
        ++begin_[static_cast<std::size_t>(e.column) + 1];
      }
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    postings_.resize(begin_.back());
    std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
    for (std::size_t row = 0; row < bags.size(); ++row) {
      for (const BagEntry& e : bags[row]) {
        postings_[next[static_cast<std::size_t>(e.column)]++] = {
            static_cast<int>(row), e.weight};
      }
    }
  }
  // By row.
  std::span<const Posting> operator[](int column) const {
    const auto at = static_cast<std::size_t>(column);
    return {postings_.data() + begin_[at], begin_[at + 1] - begin_[at]};
  }

 private:
  std::vector<std::size_t> begin_;  // of each column's, and the end
  std::vector<Posting> postings_;
};

struct Found {
  int row = 0;
  double cosine = 0;
};

// Looks for the partners of one sentence after the other.
class Finder {
 public:
  Finder(const std::vector<Bag>& others, int columns,
         const CandidateOptions& options)
      : others_(others),
        postings_(others, columns),
        options_(options),
        seen_(others.size(), -1),
        sums_(others.size(), 0.0) {}

  // Whether all sentences that share a word with `bag` are looked at.
  bool LooksAtAll(const Bag& bag) const {
    std::size_t postings = 0;
    for (const BagEntry& entry : bag) {
      postings += postings_[entry.column].size();
    }
    return postings <= static_cast<std::size_t>(options_.max_looked_at);
  }

  // In no order.
  std::vector<Found> Find(const Bag& bag) {
    ++query_;
    return LooksAtAll(bag) ? AllFor(bag) : RarestFor(bag);
  }

 private:
  bool IsNew(int row) {
    int& seen = seen_[static_cast<std::size_t>(row)];
    return std::exchange(seen, query_) != query_;
  }

  // Of every sentence that shares a word: sums of what Dot() sums, in its
  // order.
  std::vector<Found> AllFor(const Bag& bag) {
    std::vector<int>& rows = rows_;
    rows.clear();
    for (const BagEntry& entry : bag) {
      for (const Postings::Posting& p : postings_[entry.column]) {
        double& sum = sums_[static_cast<std::size_t>(p.row)];
        if (IsNew(p.row)) {
          rows.push_back(p.row);
          sum = 0;
        }
        sum += double{entry.weight} * p.weight;
      }
    }
    std::vector<Found> found;
    found.reserve(rows.size());
    for (const int row : rows) {
      const double cosine = std::min(sums_[static_cast<std::size_t>(row)], 1.0);
      if (cosine > 0) found.push_back({row, cosine});
    }
    return found;
  }

  std::vector<Found> RarestFor(const Bag& bag) {
    std::vector<Found> found;
    for (const int row : RowsSharingWords(bag)) {
      const double cosine = Dot(bag, others_[static_cast<std::size_t>(row)]);
      if (cosine > 0) found.push_back({row, cosine});
    }
    return found;
  }

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
      for (const Postings::Posting& p : postings_[entry.column]) {
        if (++looked_at > options_.max_looked_at) return rows;
        if (IsNew(p.row)) rows.push_back(p.row);
      }
    }
    return rows;
  }

  const std::vector<Bag>& others_;
  Postings postings_;
  CandidateOptions options_;
  std::vector<int> seen_;  // the last query that met this row
  std::vector<double> sums_;
  std::vector<int> rows_;  // that the query meets
  int query_ = -1;
};

// The best of those found, by row.
std::vector<Found> BestOf(std::vector<Found> found, int per_sentence) {
  const auto keep =
      std::min(found.size(), static_cast<std::size_t>(per_sentence));
  std::nth_element(found.begin(),
                   found.begin() + static_cast<std::ptrdiff_t>(keep),
                   found.end(), [](const Found& a, const Found& b) {
                     return a.cosine != b.cosine ? a.cosine > b.cosine
                                                 : a.row < b.row;
                   });
  found.resize(keep);
  std::sort(found.begin(), found.end(),
            [](const Found& a, const Found& b) { return a.row < b.row; });
  return found;
}

}  // namespace

std::vector<CandidatePair> CandidatePairs(const std::vector<Bag>& left,
                                          const std::vector<Bag>& right,
                                          int columns,
                                          const CandidateOptions& options) {
  Finder among_right(right, columns, options);
  Finder among_left(left, columns, options);
  const auto looks_at_all = [](const Finder& finder,
                               const std::vector<Bag>& bags) {
    return std::all_of(bags.begin(), bags.end(), [&finder](const Bag& bag) {
      return finder.LooksAtAll(bag);
    });
  };
  // Then one side finds what the other does, with the same cosines.
  const bool mutual =
      looks_at_all(among_right, left) && looks_at_all(among_left, right);
  std::vector<std::vector<Found>> found_by_right(right.size());
  std::vector<std::vector<CandidatePair>> by_left(left.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    const int row = static_cast<int>(i);
    std::vector<Found> found = among_right.Find(left[i]);
    if (mutual) {
      for (const Found& f : found) {
        found_by_right[static_cast<std::size_t>(f.row)].push_back(
            {row, f.cosine});
      }
    }
    by_left[i].reserve(found.size());
    for (const Found& f : BestOf(std::move(found), options.per_sentence)) {
      by_left[i].push_back({row, f.row, f.cosine});
    }
  }
  // By right in each list again.
  std::vector<std::vector<CandidatePair>> from_right(left.size());
  for (std::size_t j = 0; j < right.size(); ++j) {
    std::vector<Found> found = mutual ? std::move(found_by_right[j])
                                      : among_left.Find(right[j]);
    for (const Found& f : BestOf(std::move(found), options.per_sentence)) {
      from_right[static_cast<std::size_t>(f.row)].push_back(
          {f.row, static_cast<int>(j), f.cosine});
    }
  }
  std::vector<CandidatePair> pairs;
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::set_union(by_left[i].begin(), by_left[i].end(),
                   from_right[i].begin(), from_right[i].end(),
                   std::back_inserter(pairs),
                   [](const CandidatePair& a, const CandidatePair& b) {
                     return a.right < b.right;
                   });
  }
  return pairs;
}

}  // namespace rashomon
