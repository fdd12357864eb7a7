// The nearest ten of many sentence-like vectors, approximately, beside graphs of
// neighbours by hnswlib and faiss: queries per second of one thread, each with
// the least effort whose recall reaches 0.95 (the counters "recall" and
// "effort"; "build_s" is the time to build). ExactTen is the exact search of all
// queries in one call, the rows made bytes for it included.
//
//   approximate_peer_benchmark [--benchmark_...] [--target=NAME] [VECTORS]
//
// VECTORS: 100,000 unless it is given.
//
// Building a graph of 100,000 takes minutes, of a million an hour or more and
// some 3 GB; --benchmark_filter=Ten/ leaves them out.
#include <benchmark/benchmark.h>
#include <faiss/IndexHNSW.h>
#include <hnswlib/hnswlib.h>
#include <omp.h>

#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "benchmarks/target_main.h"
#include "engine/base/simd_target.h"
#include "engine/embed/matrix.h"
#include "engine/embed/word_vectors.h"
#include "engine/search/approximate_index.h"
#include "engine/search/top_k.h"

namespace rashomon {
namespace {

constexpr int kNeighbors = 10;
constexpr Eigen::Index kQueries = 1'000;
constexpr double kRecall = 0.95;
constexpr int kLinks = 16;
constexpr int kBuildEffort = 200;

// Sums of the shipped vectors of 20 words, drawn as often as Zipf's law says.
// Sentences of one event, 1 to 40 of them, share the most part of 12 words.
class SentenceVectors {
 public:
  RowMatrix Draw(Eigen::Index n) {
    RowMatrix m = RowMatrix::Zero(n, vectors_.dimensions());
    for (Eigen::Index i = 0; i < n; ++i) {
      if (left_-- == 0) NewEvent();
      for (const std::uint32_t word : event_) {
        if (random_() % 3 != 0) Add(word, m.row(i).data());
      }
      for (int k = 0; k < 12; ++k) Add(Word(), m.row(i).data());
    }
    NormalizeRows(&m);
    return m;
  }

 private:
  void NewEvent() {
    left_ = static_cast<int>(random_() % 40);
    event_.resize(12);
    for (std::uint32_t& word : event_) word = Word();
  }

  std::uint32_t Word() {
    const double share = static_cast<double>(random_()) * 0x1p-32;
    return static_cast<std::uint32_t>(
               std::pow(static_cast<double>(vectors_.size()), share)) - 1;
  }

  void Add(std::uint32_t word, float* sum) {
    const WordRow row = vectors_.row(word);
    const float factor = row.scale * vectors_.weight(word);
    for (int c = 0; c < vectors_.dimensions(); ++c) {
      sum[c] += factor * row.values[c];
    }
  }

  WordVectors vectors_ = *WordVectors::Shipped();
  std::mt19937 random_{1};
  std::vector<std::uint32_t> event_;
  int left_ = 0;
};

// Made once for both.
struct Data {
  RowMatrix rows;
  RowMatrix queries;  // every so many rows, without their own words to find
  std::vector<std::vector<Neighbor>> exact;
};

const Data& DataOf(Eigen::Index n) {
  static const auto& data = *[n] {
    auto* made = new Data;
    const RowMatrix all = SentenceVectors().Draw(n + kQueries);
    const Eigen::Index step = all.rows() / kQueries;
    made->rows.resize(n, all.cols());
    made->queries.resize(kQueries, all.cols());
    Eigen::Index row = 0, query = 0;
    for (Eigen::Index i = 0; i < all.rows(); ++i) {
      const bool asked = query < kQueries && i % step == 0;
      if (asked || row == n) {
        made->queries.row(query++) = all.row(i);
      } else {
        made->rows.row(row++) = all.row(i);
      }
    }
    made->exact = TopK(made->queries, made->rows, kNeighbors);
    return made;
  }();
  return data;
}

// Calls search(query), which gives rows, for all queries.
template <typename Search>
double RecallOf(const Data& data, const Search& search) {
  int hits = 0;
  for (Eigen::Index i = 0; i < kQueries; ++i) {
    const std::set<std::int64_t> found = search(data.queries.row(i).data());
    for (const Neighbor& n : data.exact[static_cast<std::size_t>(i)]) {
      hits += found.count(n.row) > 0;
    }
  }
  return hits / static_cast<double>(kQueries * kNeighbors);
}

// Sets the least effort whose recall is enough, to 3 parts in a hundred: doubles
// it until it is, then halves the distance.
template <typename SetEffort, typename Search>
void FindEffort(const Data& data, const SetEffort& set, const Search& search,
                benchmark::State* state) {
  const auto recall_at = [&](int effort) {
    set(effort);
    return RecallOf(data, search);
  };
  int too_little = 0;
  int enough = kNeighbors;
  while (enough < 100'000 && recall_at(enough) < kRecall) {
    too_little = std::exchange(enough, 2 * enough);
  }
  while (enough - too_little > enough * 3 / 100 + 1) {
    const int middle = (too_little + enough) / 2;
    (recall_at(middle) < kRecall ? too_little : enough) = middle;
  }
  state->counters["recall"] = recall_at(enough);
  state->counters["effort"] = enough;
}

double SecondsSince(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin)
      .count();
}

void ApproximateTen(benchmark::State& state, SimdTarget target) {
  const Data& data = DataOf(state.range(0));
  const auto begin = std::chrono::steady_clock::now();
  ApproximateIndexOptions options;
  options.target = target;
  static auto& index =
      *new ApproximateIndex(*ApproximateIndex::Build(data.rows, options));
  static const double build_seconds = SecondsSince(begin);
  FindEffort(
      data, [](int effort) { index.SetEffort(effort); },
      [](const float* query) {
        std::set<std::int64_t> found;
        for (const Neighbor& n : index.Search(query, kNeighbors)) {
          found.insert(n.row);
        }
        return found;
      },
      &state);
  for (auto _ : state) {
    for (Eigen::Index i = 0; i < kQueries; ++i) {
      benchmark::DoNotOptimize(
          index.Search(data.queries.row(i).data(), kNeighbors));
    }
  }
  state.counters["build_s"] = build_seconds;
  state.SetItemsProcessed(state.iterations() * kQueries);
}

void ExactTen(benchmark::State& state, SimdTarget target) {
  const Data& data = DataOf(state.range(0));
  TopKOptions options;
  options.target = target;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        TopK(data.queries, data.rows, kNeighbors, options));
  }
  state.SetItemsProcessed(state.iterations() * kQueries);
}

// hnswlib's own products use what the compiler may use everywhere, SSE; so that
// it is no slower than it could be, these are for the processor that is there.
__attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default"),
               optimize("O3"))) float
NegativeProduct(const void* x, const void* y, const void* d) {
  constexpr std::size_t kSums = 64;  // divides d
  const auto* a = static_cast<const float*>(x);
  const auto* b = static_cast<const float*>(y);
  float sums[kSums] = {};
  for (std::size_t c = 0; c < *static_cast<const std::size_t*>(d); c += kSums) {
    for (std::size_t s = 0; s < kSums; ++s) sums[s] += a[c + s] * b[c + s];
  }
  for (std::size_t half = kSums / 2; half > 0; half /= 2) {
    for (std::size_t s = 0; s < half; ++s) sums[s] += sums[s + half];
  }
  return -sums[0];
}

class NegativeProducts : public hnswlib::SpaceInterface<float> {
 public:
  explicit NegativeProducts(std::size_t d) : d_(d) {}
  std::size_t get_data_size() override { return d_ * sizeof(float); }
  void* get_dist_func_param() override { return &d_; }
  hnswlib::DISTFUNC<float> get_dist_func() override { return NegativeProduct; }

 private:
  std::size_t d_;
};

void ApproximateTenHnswlib(benchmark::State& state) {
  const Data& data = DataOf(state.range(0));
  const auto begin = std::chrono::steady_clock::now();
  static auto& space =
      *new NegativeProducts(static_cast<std::size_t>(data.rows.cols()));
  static auto& index = *new hnswlib::HierarchicalNSW<float>(
      &space, static_cast<std::size_t>(data.rows.rows()), kLinks, kBuildEffort);
  const bool built = index.cur_element_count > 0;
  for (Eigen::Index i = 0; i < data.rows.rows() && !built; ++i) {
    index.addPoint(data.rows.row(i).data(), static_cast<std::size_t>(i));
  }
  static const double build_seconds = SecondsSince(begin);
  FindEffort(
      data, [](int effort) { index.setEf(static_cast<std::size_t>(effort)); },
      [](const float* query) {
        std::set<std::int64_t> found;
        auto nearest = index.searchKnn(query, kNeighbors);
        for (; !nearest.empty(); nearest.pop()) {
          found.insert(static_cast<std::int64_t>(nearest.top().second));
        }
        return found;
      },
      &state);
  for (auto _ : state) {
    for (Eigen::Index i = 0; i < kQueries; ++i) {
      benchmark::DoNotOptimize(
          index.searchKnn(data.queries.row(i).data(), kNeighbors));
    }
  }
  state.counters["build_s"] = build_seconds;
  state.SetItemsProcessed(state.iterations() * kQueries);
}

void ApproximateTenFaiss(benchmark::State& state) {
  omp_set_num_threads(1);
  const Data& data = DataOf(state.range(0));
  const auto begin = std::chrono::steady_clock::now();
  static auto& index = *new faiss::IndexHNSWFlat(
      static_cast<int>(data.rows.cols()), kLinks, faiss::METRIC_INNER_PRODUCT);
  index.hnsw.efConstruction = kBuildEffort;
  if (index.ntotal == 0) index.add(data.rows.rows(), data.rows.data());
  static const double build_seconds = SecondsSince(begin);
  std::vector<float> scores(kNeighbors);
  std::vector<faiss::Index::idx_t> ids(kNeighbors);
  const auto search = [&](const float* query) {
    index.search(1, query, kNeighbors, scores.data(), ids.data());
  };
  FindEffort(
      data, [](int effort) { index.hnsw.efSearch = effort; },
      [&](const float* query) {
        search(query);
        return std::set<std::int64_t>(ids.begin(), ids.end());
      },
      &state);
  for (auto _ : state) {
    for (Eigen::Index i = 0; i < kQueries; ++i) {
      search(data.queries.row(i).data());
    }
  }
  state.counters["build_s"] = build_seconds;
  state.SetItemsProcessed(state.iterations() * kQueries);
}

void Configure(benchmark::internal::Benchmark* b, std::int64_t vectors) {
  b->ArgName("n")->Arg(vectors)->Iterations(3)->Unit(benchmark::kMillisecond);
}

bool RegisterAll(SimdTarget target, const std::vector<std::string>& operands) {
  const std::int64_t vectors =
      operands.empty() ? 100'000 : std::atoll(operands[0].c_str());
  if (operands.size() > 1 || vectors < 2'000) return false;
  Configure(benchmark::RegisterBenchmark("ApproximateTen", ApproximateTen,
                                         target),
            vectors);
  Configure(benchmark::RegisterBenchmark("ExactTen", ExactTen, target),
            vectors);
  Configure(benchmark::RegisterBenchmark("ApproximateTen_hnswlib",
                                         ApproximateTenHnswlib),
            vectors);
  Configure(benchmark::RegisterBenchmark("ApproximateTen_faiss",
                                         ApproximateTenFaiss),
            vectors);
  return true;
}

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) {
  return rashomon::TargetMain(argc, argv, rashomon::RegisterAll);
}
