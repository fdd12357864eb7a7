// Two articles to a whole comparison, over article sizes, with what the
// reader and the annotator take of it.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
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
