// Alignment of two documents of n sentences each that tell the same in the same
// order, vectors given, d = 256, one thread. Of twenty sentences each side
// leaves out one and tells one in two; the rest are alike with a cosine of 0.5.
//
// Counters: peak_MB, the most memory that the program held while it aligned,
// both sides' vectors included; recall, the share of the pairings that were
// found as they are.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/align/long_aligner.h"
#include "engine/embed/matrix.h"

namespace rashomon {
namespace {

constexpr int kDimensions = 256;
constexpr float kNoise = 1;  // on both sides: partners have a cosine of 0.5

using Link = std::tuple<int, int, int, int>;  // left, count, right, count

struct Documents {
  RowMatrix left;
  RowMatrix right;
  std::set<Link> links;
};

class DocumentMaker {
 public:
  explicit DocumentMaker(int sentences) {
    made_.left.resize(sentences, kDimensions);
    made_.right.resize(sentences, kDimensions);
    while (left_ < sentences && right_ < sentences) Tell(random_() % 20);
    // The longer side is cut, so that both have about n.
    made_.left.conservativeResize(left_, kDimensions);
    made_.right.conservativeResize(right_, kDimensions);
    NormalizeRows(&made_.left);
    NormalizeRows(&made_.right);
  }
  Documents Take() { return std::move(made_); }

 private:
  using Row = Eigen::RowVectorXf;

  Row RandomRow() {
    Row row(kDimensions);
    for (float& value : row) value = normal_(random_);
    return row.normalized();
  }

  void Add(RowMatrix* side, int* size, const Row& row) {
    side->row((*size)++) = row + kNoise * RandomRow();
  }

  void Tell(std::uint32_t choice) {
    const Row first = RandomRow(), second = RandomRow();
    const bool room =
        left_ + 1 < made_.left.rows() && right_ + 1 < made_.right.rows();
    if (choice == 0) return Add(&made_.left, &left_, first);
    if (choice == 1) return Add(&made_.right, &right_, first);
    const int l = room && choice == 2 ? 2 : 1;
    const int r = room && choice == 3 ? 2 : 1;
    made_.links.emplace(left_, l, right_, r);
    const Row whole = l + r > 2 ? Row((first + second).normalized()) : first;
    Add(&made_.left, &left_, l == 2 ? first : whole);
    if (l == 2) Add(&made_.left, &left_, second);
    Add(&made_.right, &right_, r == 2 ? first : whole);
    if (r == 2) Add(&made_.right, &right_, second);
  }

  Documents made_;
  int left_ = 0;
  int right_ = 0;
  std::mt19937 random_{1};
  std::normal_distribution<float> normal_;
};

// Linux alone has these files; elsewhere the counter is 0.
void ForgetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

double PeakMegabytes() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    double kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes / 1e3;
  }
  return 0;
}

double Recall(const std::vector<LongStep>& steps, const Documents& documents) {
  std::size_t hit = 0;
  for (const LongStep& s : steps) {
    hit += documents.links.contains(
        {s.left, s.left_count, s.right, s.right_count});
  }
  return static_cast<double>(hit) / static_cast<double>(documents.links.size());
}

void AlignLongDocuments(benchmark::State& state) {
  const Documents documents =
      DocumentMaker(static_cast<int>(state.range(0))).Take();
  std::vector<LongStep> steps;
  ForgetPeak();
  for (auto _ : state) {
    steps = AlignLong(documents.left, documents.right);
    benchmark::DoNotOptimize(steps.data());
  }
  state.counters["peak_MB"] = PeakMegabytes();
  state.counters["recall"] = Recall(steps, documents);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(AlignLongDocuments)
    ->ArgName("n")
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(50'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rashomon
