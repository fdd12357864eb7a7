#include "tools/train/cooccurrence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <vector>

namespace rashomon {
namespace {

struct PairCount {
  std::uint64_t key = 0;  // greater row * 2^32 + lesser row
  std::uint64_t count = 0;
};

std::uint64_t KeyOf(std::int32_t a, std::int32_t b) {
  return static_cast<std::uint64_t>(std::max(a, b)) << 32 |
         static_cast<std::uint64_t>(std::min(a, b));
}

// Counts keys: a buffer is sorted and merged into the sums when it is full.
class PairCounter {
 public:
  void Add(std::uint64_t key) {
    buffer_.push_back(key);
    if (buffer_.size() == kBuffer) Merge();
  }

  std::vector<PairCount> Take() {
    Merge();
    return std::move(sums_);
  }

 private:
  static constexpr std::size_t kBuffer = 128u << 20;

  void Merge() {
    std::sort(buffer_.begin(), buffer_.end());
    std::vector<PairCount> merged;
    merged.reserve(sums_.size() + buffer_.size() / 4);
    std::size_t s = 0;
    std::size_t b = 0;
    constexpr auto kEnd = std::numeric_limits<std::uint64_t>::max();
    while (s < sums_.size() || b < buffer_.size()) {
      const std::uint64_t from_sums = s < sums_.size() ? sums_[s].key : kEnd;
      const std::uint64_t from_buffer =
          b < buffer_.size() ? buffer_[b] : kEnd;
      PairCount next{std::min(from_sums, from_buffer), 0};
      if (from_sums == next.key) next.count += sums_[s++].count;
      while (b < buffer_.size() && buffer_[b] == next.key) {
        ++next.count;
        ++b;
      }
      merged.push_back(next);
    }
    sums_ = std::move(merged);
    buffer_.clear();
  }

  std::vector<std::uint64_t> buffer_;
  std::vector<PairCount> sums_;
};

// Which occurrences of a word stay when frequent words are thinned out.
class Thinning {
 public:
  Thinning(const std::vector<double>& shares,
           const CooccurrenceOptions& options)
      : random_(options.seed) {
    for (const double share : shares) {
      const double ratio = options.subsample / share;
      keep_.push_back(options.subsample > 0 ? std::sqrt(ratio) + ratio : 1);
    }
  }

  bool Keeps(std::int32_t row) {
    return static_cast<double>(random_() >> 11) * 0x1p-53 <
           keep_[static_cast<std::size_t>(row)];
  }

 private:
  std::mt19937_64 random_;
  std::vector<double> keep_;
};

std::vector<PairCount> CountPairs(const VectorCorpus& corpus,
                                  const CooccurrenceOptions& options) {
  PairCounter counter;
  Thinning thinning(corpus.shares(), options);
  std::vector<std::int32_t> kept;
  for (std::size_t s = 0; s < corpus.sentences(); ++s) {
    kept.clear();
    for (const std::int32_t row : corpus.sentence(s)) {
      if (thinning.Keeps(row)) kept.push_back(row);
    }
    for (std::size_t i = 0; i < kept.size(); ++i) {
      for (std::size_t back = 1;
           back <= static_cast<std::size_t>(options.window) && back <= i;
           ++back) {
        // 5 for a neighbour, down to 1 at the edge of a window of 10.
        const int weight =
            (options.window + 2 - static_cast<int>(back)) / 2;
        const std::uint64_t key = KeyOf(kept[i], kept[i - back]);
        for (int n = 0; n < weight; ++n) counter.Add(key);
      }
    }
  }
  return counter.Take();
}

}  // namespace

SparseRows PpmiOf(const VectorCorpus& corpus,
                  const CooccurrenceOptions& options) {
  const std::vector<PairCount> pairs = CountPairs(corpus, options);
  const std::size_t n = corpus.words().size();
  std::vector<double> totals(n);
  const auto row_of = [](std::uint64_t key) {
    return static_cast<std::size_t>(key >> 32);
  };
  const auto column_of = [](std::uint64_t key) {
    return static_cast<std::size_t>(key & 0xFFFFFFFF);
  };
  for (const PairCount& p : pairs) {
    totals[row_of(p.key)] += static_cast<double>(p.count);
    totals[column_of(p.key)] += static_cast<double>(p.count);
  }
  std::vector<double> context(n);
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    context[i] = std::pow(totals[i], options.context_power);
    sum += context[i];
  }
  std::vector<Eigen::Triplet<float>> cells;
  cells.reserve(2 * pairs.size());
  for (const PairCount& p : pairs) {
    const std::size_t a = row_of(p.key);
    const std::size_t b = column_of(p.key);
    const auto count = static_cast<double>(p.count);
    const auto information = [&](std::size_t word, std::size_t near) {
      return std::max(0.0, std::log(count * sum / (totals[word] * context[near])));
    };
    const auto value =
        static_cast<float>((information(a, b) + information(b, a)) / 2);
    if (value <= 0) continue;
    cells.emplace_back(static_cast<int>(a), static_cast<int>(b), value);
    if (a != b) {
      cells.emplace_back(static_cast<int>(b), static_cast<int>(a), value);
    }
  }
  SparseRows matrix(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(n));
  matrix.setFromTriplets(cells.begin(), cells.end());
  return matrix;
}

}  // namespace rashomon
