// How long a list of flags, a decision and a look at a whole case take, by the
// number of flags in the case.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/strings.h"
#include "tools/report/fixture.h"
#include "tools/review/store/case_comparisons.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/case_flags.h"
#include "tools/review/store/case_info.h"
#include "tools/review/store/case_verdicts.h"

namespace rashomon {
namespace {

constexpr char kTime[] = "2026-03-07T10:15:00Z";
constexpr int kFlagsOfPair = 500;

template <typename T>
T Must(absl::StatusOr<T> value) {
  if (!value.ok()) std::abort();
  return *std::move(value);
}

// The ferry's flags over and over, each with a fingerprint of its own.
Comparison LargeComparison(int pair, int flags) {
  Comparison c = FerryComparison();
  const std::vector<Divergence> ferry = std::move(c.divergences);
  c.divergences.clear();
  for (int i = 0; i < flags; ++i) {
    Divergence d = ferry[static_cast<std::size_t>(i) % ferry.size()];
    d.confidence = (i * 37 % 1000) / 1000.0;
    d.fingerprint = StrCat(pair, "-", i);
    d.anchor = StrCat("anchor ", pair, "-", i);
    c.divergences.push_back(std::move(d));
  }
  return c;
}

// A case on the disk with `flags` flags, a third of them decided.
CaseFile Made(int flags) {
  const std::string path =
      StrCat(std::filesystem::temp_directory_path().string(),
             "/case-benchmark-", flags, ".db");
  std::filesystem::remove(path);
  CaseFile file = Must(CaseFile::Open(path, CaseMode::kCreate));
  for (int pair = 0; pair * kFlagsOfPair < flags; ++pair) {
    const Comparison c = LargeComparison(
        pair, std::min(kFlagsOfPair, flags - pair * kFlagsOfPair));
    const std::string left = StrCat("left ", pair);
    const std::string right = StrCat("right ", pair);
    NewComparison added;
    added.comparison = &c;
    added.left_source = left;
    added.right_source = right;
    added.time = kTime;
    Must(AddComparison(added, &file));
  }
  std::vector<Decision> decisions;
  for (std::int64_t flag = 1; flag <= flags; flag += 3) {
    Decision decision;
    decision.flag = flag;
    decisions.push_back(decision);
  }
  Must(AddVerdicts("Ines", kTime, decisions, &file));
  return file;
}

void BM_FirstPage(benchmark::State& state) {
  CaseFile file = Made(static_cast<int>(state.range(0)));
  FlagQuery query;
  query.limit = 50;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Must(ListFlags(&file, query)));
  }
}
BENCHMARK(BM_FirstPage)->Arg(20)->Arg(2000)->Arg(20000)
    ->Unit(benchmark::kMillisecond);

void BM_FirstPageUndecidedWithText(benchmark::State& state) {
  CaseFile file = Made(static_cast<int>(state.range(0)));
  FlagQuery query;
  query.limit = 50;
  query.decided = DecidedAs::kUndecided;
  query.reviewer = "Ines";
  query.text = "ferry";
  for (auto _ : state) {
    benchmark::DoNotOptimize(Must(ListFlags(&file, query)));
  }
}
BENCHMARK(BM_FirstPageUndecidedWithText)->Arg(20)->Arg(2000)->Arg(20000)
    ->Unit(benchmark::kMillisecond);

void BM_WholeList(benchmark::State& state) {
  CaseFile file = Made(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(Must(ListFlags(&file, {})));
  }
}
BENCHMARK(BM_WholeList)->Arg(20)->Arg(2000)->Arg(20000)
    ->Unit(benchmark::kMillisecond);

void BM_Decide(benchmark::State& state) {
  CaseFile file = Made(static_cast<int>(state.range(0)));
  Decision decision;
  for (auto _ : state) {
    decision.flag = 1 + decision.flag % state.range(0);
    benchmark::DoNotOptimize(
        Must(AddVerdicts("Odile", kTime, {decision}, &file)));
  }
}
BENCHMARK(BM_Decide)->Arg(20)->Arg(20000)->Unit(benchmark::kMillisecond);

void BM_Info(benchmark::State& state) {
  CaseFile file = Made(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(Must(ReadCaseInfo(&file)));
}
BENCHMARK(BM_Info)->Arg(20)->Arg(20000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rashomon
