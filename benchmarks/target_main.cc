#include "benchmarks/target_main.h"

#include <benchmark/benchmark.h>

#include <iostream>

#include "benchmarks/target_flag.h"

namespace rashomon {

int TargetMain(int argc, char** argv, const RegisterBenchmarks& register_all) {
  const auto target = TakeTargetFlag(&argc, argv);
  if (!target.ok()) {
    std::cerr << argv[0] << ": " << target.status().message() << "\n";
    return 2;
  }
  benchmark::Initialize(&argc, argv);
  if (!register_all(*target, {argv + 1, argv + argc})) {
    benchmark::ReportUnrecognizedArguments(argc, argv);
    return 2;
  }
  benchmark::AddCustomContext("simd_target",
                              std::string(Name(Runnable(*target))));
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

}  // namespace rashomon
