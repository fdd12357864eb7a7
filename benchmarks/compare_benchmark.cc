// Two articles to a whole comparison, over article sizes, with what the
// reader and the annotator take of it.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <string>
#include <utility>

#include "benchmarks/news_text.h"
#include "corpus/article.h"
#include "engine/claims/annotator.h"
#include "engine/compare/comparer.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// Two articles of the same kind with other sentences: the seeds differ.
Article NewsArticle(std::size_t bytes, std::uint32_t seed) {
  Article article;
  article.id = std::to_string(seed);
  article.outlet = seed == 1 ? "Meridian Wire" : "Velmora Post";
  article.published = "2026-03-07";
  article.language = "en";
  article.title = NewsSentences(1, NewsLanguage::kEnglish, seed).front();
  article.text = NewsText(bytes, NewsLanguage::kEnglish, seed);
  return article;
}

void Compare(benchmark::State& state) {
  auto comparer = Comparer::Make({});
  if (!comparer.ok()) std::abort();
  const std::size_t bytes = static_cast<std::size_t>(state.range(0));
  const Article left = NewsArticle(bytes, 1);
  const Article right = NewsArticle(bytes, 2);
  std::size_t divergences = 0;
  for (auto _ : state) {
    const Comparison c = comparer->Compare(left, right);
    divergences = c.divergences.size();
  }
  state.SetBytesProcessed(
      state.iterations() *
      static_cast<std::int64_t>(left.text.size() + right.text.size()));
  state.counters["divergences"] = static_cast<double>(divergences);
}
BENCHMARK(Compare)
    ->Unit(benchmark::kMillisecond)
    ->Arg(1'000)
    ->Arg(3'000)
    ->Arg(10'000)
    ->Arg(30'000)
    ->Arg(100'000);

double CpuSeconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// The quickest of several calls of work(), in processor seconds.
template <typename Work>
double Quickest(const Work& work) {
  constexpr int kCalls = 100;
  double quickest = std::numeric_limits<double>::infinity();
  for (int i = 0; i < kCalls; ++i) {
    const double begin = CpuSeconds();
    work();
    quickest = std::min(quickest, CpuSeconds() - begin);
  }
  return quickest;
}

// Two articles of some 1,000 words. `over_annotating`: how many times as long
// comparing takes, annotation included, as annotating both and no more.
void CompareOverAnnotating(benchmark::State& state) {
  auto comparer = Comparer::Make({});
  const auto lexicons = Lexicons::Shipped();
  if (!comparer.ok() || !lexicons.ok()) std::abort();
  Annotator annotator(&*lexicons);
  const std::size_t bytes = static_cast<std::size_t>(state.range(0));
  const Article left = NewsArticle(bytes, 1);
  const Article right = NewsArticle(bytes, 2);
  double compare = 0, annotate = 0;
  for (auto _ : state) {
    compare = Quickest([&] {
      benchmark::DoNotOptimize(comparer->Compare(left, right));
    });
    annotate = Quickest([&] {
      benchmark::DoNotOptimize(annotator.Annotate(left));
      benchmark::DoNotOptimize(annotator.Annotate(right));
    });
  }
  state.counters["compare_ms"] = 1e3 * compare;
  state.counters["annotate_both_ms"] = 1e3 * annotate;
  state.counters["over_annotating"] = compare / annotate;
}
BENCHMARK(CompareOverAnnotating)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->Arg(6'000);

// What of it is reading the articles.
void Annotate(benchmark::State& state) {
  const auto lexicons = Lexicons::Shipped();
  if (!lexicons.ok()) std::abort();
  Annotator annotator(&*lexicons);
  const Article article =
      NewsArticle(static_cast<std::size_t>(state.range(0)), 1);
  for (auto _ : state) benchmark::DoNotOptimize(annotator.Annotate(article));
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(article.text.size()));
}
BENCHMARK(Annotate)
    ->Unit(benchmark::kMillisecond)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000);

// Loading word lists and tables: what every process pays once.
void MakeComparer(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Comparer::Make({}));
}
BENCHMARK(MakeComparer)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rashomon
