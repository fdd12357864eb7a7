// The exact ten nearest of n x n vectors at d = 256, beside faiss
// IndexFlatIP, both on the same number of threads. A peer's name is ours with
// "_faiss" behind it: tools/bench prints the ratio of their times.
#include <benchmark/benchmark.h>
#include <faiss/IndexFlat.h>
#include <omp.h>

#include <cstdint>
#include <cstdlib>
#include <cmath>
#include <string>
#include <vector>

#include "benchmarks/random_vectors.h"
#include "benchmarks/target_main.h"
#include "engine/embed/matrix.h"
#include "engine/base/simd_target.h"
#include "engine/search/top_k.h"

// Of OpenBLAS, which multiplies for faiss.
extern "C" char* openblas_get_corename();

namespace rashomon {
namespace {

constexpr Eigen::Index kDimensions = 256;
constexpr int kNeighbors = 10;

RowMatrix Vectors(Eigen::Index n, unsigned seed) {
  return RandomVectors(n, kDimensions, seed);
}

TopKOptions OptionsOf(const benchmark::State& state, SimdTarget target) {
  TopKOptions options;
  options.threads = static_cast<int>(state.range(1));
  options.target = target;
  return options;
}

std::vector<float> FaissScores(const RowMatrix& queries,
                               const RowMatrix& rows) {
  std::vector<float> scores(
      static_cast<std::size_t>(queries.rows() * kNeighbors));
  std::vector<faiss::Index::idx_t> ids(scores.size());
  faiss::IndexFlatIP index(kDimensions);
  index.add(rows.rows(), rows.data());
  index.search(queries.rows(), queries.data(), kNeighbors, scores.data(),
               ids.data());
  return scores;
}

// Stops the run where the results differ by more than ties.
void Check(const std::vector<std::vector<Neighbor>>& ours,
           const std::vector<float>& theirs) {
  for (std::size_t i = 0; i < ours.size(); ++i) {
    for (std::size_t k = 0; k < ours[i].size(); ++k) {
      if (std::abs(ours[i][k].score - theirs[i * kNeighbors + k]) > 1e-5f) {
        std::abort();
      }
    }
  }
}

void TopTen(benchmark::State& state, SimdTarget target) {
  const RowMatrix left = Vectors(state.range(0), 1);
  const RowMatrix right = Vectors(state.range(0), 2);
  const TopKOptions options = OptionsOf(state, target);
  std::vector<std::vector<Neighbor>> best;
  for (auto _ : state) best = TopK(left, right, kNeighbors, options);
  if (state.range(0) <= 10'000) {
    omp_set_num_threads(options.threads);
    Check(best, FaissScores(left, right));
  }
}

void TopTenFaiss(benchmark::State& state) {
  const RowMatrix left = Vectors(state.range(0), 1);
  const RowMatrix right = Vectors(state.range(0), 2);
  omp_set_num_threads(static_cast<int>(state.range(1)));
  for (auto _ : state) benchmark::DoNotOptimize(FaissScores(left, right));
}

void BothWays(benchmark::State& state, SimdTarget target) {
  const RowMatrix left = Vectors(state.range(0), 1);
  const RowMatrix right = Vectors(state.range(0), 2);
  const TopKOptions options = OptionsOf(state, target);
  for (auto _ : state) {
    benchmark::DoNotOptimize(TopKBothWays(left, right, kNeighbors, options));
  }
}

void BothWaysFaiss(benchmark::State& state) {
  const RowMatrix left = Vectors(state.range(0), 1);
  const RowMatrix right = Vectors(state.range(0), 2);
  omp_set_num_threads(static_cast<int>(state.range(1)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(FaissScores(left, right));
    benchmark::DoNotOptimize(FaissScores(right, left));
  }
}

void Configure(benchmark::internal::Benchmark* b, bool large) {
  b->ArgNames({"n", "threads"})
      ->Args({10'000, 1})
      ->Args({10'000, 2})
      ->Unit(benchmark::kMillisecond)
      ->MeasureProcessCPUTime()
      ->UseRealTime();
  if (large) b->Args({100'000, 1});
}

// The baseline alone does not search by bytes: it is measured where asked for.
std::vector<SimdTarget> TargetsFor(SimdTarget asked) {
  if (asked != SimdTarget::kBest) return {asked};
  std::vector<SimdTarget> targets = RunnableSimdTargets();
  std::erase(targets, SimdTarget::kBaseline);
  return targets;
}

bool RegisterAll(SimdTarget asked, const std::vector<std::string>& operands) {
  // "Prescott" where it does not know the processor: OPENBLAS_CORETYPE says it.
  benchmark::AddCustomContext("openblas_core", openblas_get_corename());
  for (const SimdTarget target : TargetsFor(asked)) {
    const std::string name(Name(target));
    const bool best = target == Runnable(SimdTarget::kBest);
    Configure(benchmark::RegisterBenchmark(("TopTen:" + name).c_str(), TopTen,
                                           target),
              best);
    Configure(benchmark::RegisterBenchmark(("BothWays:" + name).c_str(),
                                           BothWays, target),
              false);
  }
  Configure(benchmark::RegisterBenchmark("TopTen_faiss", TopTenFaiss), true);
  Configure(benchmark::RegisterBenchmark("BothWays_faiss", BothWaysFaiss),
            false);
  return operands.empty();
}

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) {
  return rashomon::TargetMain(argc, argv, rashomon::RegisterAll);
}
