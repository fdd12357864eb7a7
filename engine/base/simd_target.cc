#include "engine/base/simd_target.h"

// The instructions for dot products of bytes are part of this target, which
// Highway leaves out unless asked.
#define HWY_WANT_AVX3_DL 1
#include <algorithm>
#include <array>

#include "hwy/targets.h"

namespace rashomon {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"best", "baseline", "avx2",
                                                    "avx512-vnni"};

}  // namespace

std::string_view Name(SimdTarget target) {
  return kNames[static_cast<std::size_t>(target)];
}

std::optional<SimdTarget> SimdTargetNamed(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<SimdTarget>(i);
  }
  return std::nullopt;
}

const std::vector<SimdTarget>& RunnableSimdTargets() {
  static const auto* const targets = [] {
    const auto supported = hwy::SupportedTargets();
    auto* found = new std::vector<SimdTarget>{SimdTarget::kBaseline};
    if ((supported & HWY_AVX2) != 0) found->push_back(SimdTarget::kAvx2);
    if ((supported & HWY_AVX3_DL) != 0) {
      found->push_back(SimdTarget::kAvx512Vnni);
    }
    return found;
  }();
  return *targets;
}

SimdTarget Runnable(SimdTarget target) {
  const std::vector<SimdTarget>& targets = RunnableSimdTargets();
  const bool runnable =
      std::find(targets.begin(), targets.end(), target) != targets.end();
  return runnable ? target : targets.back();
}

}  // namespace rashomon
