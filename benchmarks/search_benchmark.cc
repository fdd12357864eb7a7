// All cosines, and the exact ten nearest, of n x n vectors at d = 256. Items
// are products of two vectors: equal items per second at every n means that
// time grows as n x n, no faster.
#include <benchmark/benchmark.h>

#include <cstdint>

#include "benchmarks/random_vectors.h"
#include "engine/embed/matrix.h"
#include "engine/search/similarity_matrix.h"
#include "engine/search/top_k.h"

namespace rashomon {
namespace {

constexpr Eigen::Index kDimensions = 256;

RowMatrix Vectors(Eigen::Index n, unsigned seed) {
  return RandomVectors(n, kDimensions, seed);
}

void CountPairs(benchmark::State* state) {
  state->SetItemsProcessed(state->iterations() * state->range(0) *
                           state->range(0));
}

// Holds n x n floats: 400 MB at 10,000.
void AllCosines(benchmark::State& state) {
  const RowMatrix left = Vectors(state.range(0), 1);
  const RowMatrix right = Vectors(state.range(0), 2);
  for (auto _ : state) {
    benchmark::DoNotOptimize(SimilarityMatrix(left, right));
  }
  CountPairs(&state);
}
BENCHMARK(AllCosines)
    ->ArgName("n")
    ->Arg(100)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond);

void TopTen(benchmark::State& state) {
  const RowMatrix left = Vectors(state.range(0), 1);
  const RowMatrix right = Vectors(state.range(0), 2);
  for (auto _ : state) benchmark::DoNotOptimize(TopK(left, right, 10));
  CountPairs(&state);
}
BENCHMARK(TopTen)
    ->ArgName("n")
    ->Arg(100)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond);

// The obvious double loop, which both must leave behind.
void DoubleLoop(benchmark::State& state) {
  const RowMatrix left = Vectors(state.range(0), 1);
  const RowMatrix right = Vectors(state.range(0), 2);
  RowMatrix cosines(left.rows(), right.rows());
  for (auto _ : state) {
    for (Eigen::Index i = 0; i < left.rows(); ++i) {
      for (Eigen::Index j = 0; j < right.rows(); ++j) {
        float sum = 0;
        for (Eigen::Index c = 0; c < kDimensions; ++c) {
          sum += left(i, c) * right(j, c);
        }
        cosines(i, j) = sum;
      }
    }
    benchmark::DoNotOptimize(cosines.data());
    benchmark::ClobberMemory();
  }
  CountPairs(&state);
}
BENCHMARK(DoubleLoop)
    ->ArgName("n")
    ->Arg(100)
    ->Arg(1'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rashomon
