// From text to vectors: sentences per second, splitting into words included,
// over collections of one article to a small book.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks/news_text.h"
#include "engine/base/span.h"
#include "engine/embed/lsa.h"
#include "engine/embed/sentence_embedder.h"
#include "engine/embed/word_counts.h"
#include "engine/text/word.h"

namespace rashomon {
namespace {

const WordCounts& Counts() {
  static const auto& counts = *new WordCounts(*WordCounts::Shipped());
  return counts;
}

std::vector<std::vector<Word>> SplitAll(const std::vector<std::string>& texts,
                                        WordSplitter* splitter) {
  std::vector<std::vector<Word>> words;
  words.reserve(texts.size());
  for (const std::string& text : texts) {
    words.push_back(
        splitter->Split(text, Span{Field::kText, 0, text.size()}));
  }
  return words;
}

void CountText(const std::vector<std::string>& texts,
               benchmark::State* state) {
  std::int64_t bytes = 0;
  for (const std::string& text : texts) {
    bytes += static_cast<std::int64_t>(text.size());
  }
  state->SetBytesProcessed(state->iterations() * bytes);
  state->SetItemsProcessed(state->iterations() *
                           static_cast<std::int64_t>(texts.size()));
}

// Arguments: sentences, d (0: one column for each stem).
void TextToVectors(benchmark::State& state) {
  const std::vector<std::string> texts =
      NewsSentences(static_cast<std::size_t>(state.range(0)));
  EmbedderOptions options;
  options.dimensions = static_cast<int>(state.range(1));
  const SentenceEmbedder embedder(&Counts(), options);
  WordSplitter splitter;
  for (auto _ : state) {
    benchmark::DoNotOptimize(embedder.Embed(SplitAll(texts, &splitter)));
  }
  CountText(texts, &state);
}
BENCHMARK(TextToVectors)
    ->ArgNames({"sentences", "d"})
    ->ArgsProduct({{100, 1'000, 10'000}, {256}})
    ->Args({100, 0})
    ->Args({1'000, 512});

// The same without the splitting.
void WordsToVectors(benchmark::State& state) {
  const std::vector<std::string> texts =
      NewsSentences(static_cast<std::size_t>(state.range(0)));
  WordSplitter splitter;
  const std::vector<std::vector<Word>> words = SplitAll(texts, &splitter);
  EmbedderOptions options;
  options.dimensions = 256;
  const SentenceEmbedder embedder(&Counts(), options);
  for (auto _ : state) benchmark::DoNotOptimize(embedder.Embed(words));
  CountText(texts, &state);
}
BENCHMARK(WordsToVectors)->ArgName("sentences")->Arg(1'000);

void LoadWordCounts(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(WordCounts::Shipped());
}
BENCHMARK(LoadWordCounts)->Unit(benchmark::kMillisecond);

void FitLsa(benchmark::State& state) {
  const std::vector<std::string> texts =
      NewsSentences(static_cast<std::size_t>(state.range(0)));
  WordSplitter splitter;
  const std::vector<std::vector<Word>> words = SplitAll(texts, &splitter);
  for (auto _ : state) benchmark::DoNotOptimize(Lsa::Fit(&Counts(), words));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(FitLsa)
    ->ArgName("documents")
    ->Arg(100)
    ->Arg(1'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rashomon
