// --target=NAME of the benchmarks whose inner loops differ by processor.
//
//   search_benchmark --target=avx2      (tools/bench --target=avx2)
//
// For comparing the kinds of instructions on one processor.
#ifndef RASHOMON_BENCHMARKS_TARGET_FLAG_H_
#define RASHOMON_BENCHMARKS_TARGET_FLAG_H_

#include "absl/status/statusor.h"
#include "engine/base/simd_target.h"

namespace rashomon {

// Takes the flag out of the arguments, of which the last one given counts;
// kBest where there is none. InvalidArgument names the value, and what this
// processor can run, where it cannot run that.
absl::StatusOr<SimdTarget> TakeTargetFlag(int* argc, char** argv);

}  // namespace rashomon

#endif  // RASHOMON_BENCHMARKS_TARGET_FLAG_H_
