// All cosines, and the exact ten nearest, of n x n vectors at d = 256. Items
// are products of two vectors: equal items per second at every n means that
// time grows as n x n, no faster.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks/random_vectors.h"
#include "benchmarks/target_main.h"
#include "engine/base/simd_target.h"
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

void TopTen(benchmark::State& state, SimdTarget target) {
  const RowMatrix left = Vectors(state.range(0), 1);
  const RowMatrix right = Vectors(state.range(0), 2);
  TopKOptions options;
  options.target = target;
  for (auto _ : state) {
    benchmark::DoNotOptimize(TopK(left, right, 10, options));
  }
  CountPairs(&state);
}

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

void Sweep(benchmark::internal::Benchmark* b, bool large) {
  b->ArgName("n")->Arg(100)->Arg(1'000)->Unit(benchmark::kMillisecond);
  if (large) b->Arg(10'000);
}

bool RegisterAll(SimdTarget target, const std::vector<std::string>& operands) {
  Sweep(benchmark::RegisterBenchmark("AllCosines", AllCosines), true);
  Sweep(benchmark::RegisterBenchmark("TopTen", TopTen, target), true);
  Sweep(benchmark::RegisterBenchmark("DoubleLoop", DoubleLoop), false);
  return operands.empty();
}

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) {
  return rashomon::TargetMain(argc, argv, rashomon::RegisterAll);
}
