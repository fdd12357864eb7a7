#include "benchmarks/target_flag.h"

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr std::string_view kFlag = "--target=";

absl::StatusOr<SimdTarget> ParseTarget(std::string_view name) {
  const std::optional<SimdTarget> target = SimdTargetNamed(name);
  if (target == SimdTarget::kBest) return SimdTarget::kBest;
  std::string runnable(Name(SimdTarget::kBest));
  for (const SimdTarget other : RunnableSimdTargets()) {
    if (target == other) return other;
    StrAppend(&runnable, ", ", Name(other));
  }
  return absl::InvalidArgumentError(
      StrCat(kFlag, name, ": this processor runs ", runnable));
}

}  // namespace

absl::StatusOr<SimdTarget> TakeTargetFlag(int* argc, char** argv) {
  std::string_view name = Name(SimdTarget::kBest);
  int kept = 0;
  for (int i = 0; i < *argc; ++i) {
    const std::string_view argument = argv[i];
    if (i > 0 && argument.starts_with(kFlag)) {
      name = argument.substr(kFlag.size());
    } else {
      argv[kept++] = argv[i];
    }
  }
  *argc = kept;
  return ParseTarget(name);
}

}  // namespace rashomon
