// Which instructions the inner loops of searches and sums use.
//
//   TopKOptions options;
//   options.target = SimdTarget::kBaseline;     // for valgrind, for comparison
//   Name(BestSimdTarget()) == "avx512-vnni"
#ifndef RASHOMON_ENGINE_BASE_SIMD_TARGET_H_
#define RASHOMON_ENGINE_BASE_SIMD_TARGET_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rashomon {

enum class SimdTarget : std::uint8_t {
  kBest,        // the last of these that the processor has
  kBaseline,    // what every x86-64 has
  kAvx2,
  kAvx512Vnni,  // AVX-512 with vector neural network instructions
};

// "best", "baseline", "avx2", "avx512-vnni".
std::string_view Name(SimdTarget target);
std::optional<SimdTarget> SimdTargetNamed(std::string_view name);

// Those that this processor can run, worst first; kBaseline always. Asks the
// processor once. Thread-safe.
const std::vector<SimdTarget>& RunnableSimdTargets();

// `target` where the processor can run it, else the best that it can.
SimdTarget Runnable(SimdTarget target);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_SIMD_TARGET_H_
