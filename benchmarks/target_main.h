// main() of the benchmarks that take --target (target_flag.h).
//
//   int main(int argc, char** argv) {
//     return rashomon::TargetMain(argc, argv, RegisterAll);
//   }
#ifndef RASHOMON_BENCHMARKS_TARGET_MAIN_H_
#define RASHOMON_BENCHMARKS_TARGET_MAIN_H_

#include <functional>
#include <string>
#include <vector>

#include "engine/base/simd_target.h"

namespace rashomon {

// Registers the program's benchmarks for a target; false where the operands,
// what is no flag of Google Benchmark's, are not what the program takes.
using RegisterBenchmarks =
    std::function<bool(SimdTarget, const std::vector<std::string>& operands)>;

// The exit status: 2 after bad usage, which is said on standard error. Results
// name the target as "simd_target" in their context.
int TargetMain(int argc, char** argv, const RegisterBenchmarks& register_all);

}  // namespace rashomon

#endif  // RASHOMON_BENCHMARKS_TARGET_MAIN_H_
