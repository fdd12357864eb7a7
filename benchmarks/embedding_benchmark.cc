// From text to vectors: sentences per second, splitting into words included,
// over collections of one article to a small book.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/news_text.h"
#include "benchmarks/target_main.h"
#include "engine/base/simd_target.h"
#include "engine/base/span.h"
#include "engine/embed/text_embedder.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_vectors.h"
#include "engine/text/word.h"

namespace rashomon {
namespace {

const WordCounts& Counts() {
  static const auto& counts = *new WordCounts(*WordCounts::Shipped());
  return counts;
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

const WordVectors& Vectors() {
  static const auto& vectors = *new WordVectors(*WordVectors::Shipped());
  return vectors;
}

// Sentences of 20 words drawn from the shipped table as often as Zipf's law
// says: words and rows are all over the caches, as in a large collection.
std::vector<std::string> WideSentences(std::size_t count) {
  const double most = std::log(static_cast<double>(Vectors().size()));
  std::mt19937 random(1);
  std::vector<std::string> sentences(count);
  for (std::string& sentence : sentences) {
    for (int i = 0; i < 20; ++i) {
      const double rank = std::exp(most * static_cast<double>(random()) * 0x1p-32);
      const auto id = static_cast<std::uint32_t>(rank) - 1;
      sentence += Vectors().key(id);
      sentence += i < 19 ? " " : ".";
    }
  }
  return sentences;
}

// From text, with no word split before, to rows of d = 256.
void EmbedTexts(const std::vector<std::string>& texts, SimdTarget target,
                benchmark::State* state) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  TextEmbedderOptions options;
  options.target = target;
  TextEmbedder embedder(&Vectors(), &Counts(), options);
  for (auto _ : *state) benchmark::DoNotOptimize(embedder.Embed(views));
  CountText(texts, state);
}

void TextToVectors(benchmark::State& state, SimdTarget target) {
  EmbedTexts(NewsSentences(static_cast<std::size_t>(state.range(0))), target,
             &state);
}

void WideTextToVectors(benchmark::State& state, SimdTarget target) {
  EmbedTexts(WideSentences(static_cast<std::size_t>(state.range(0))), target,
             &state);
}

// The part of it that is splitting into words.
void TextToWords(benchmark::State& state) {
  const std::vector<std::string> texts =
      NewsSentences(static_cast<std::size_t>(state.range(0)));
  WordSplitter splitter;
  for (auto _ : state) {
    for (const std::string& text : texts) {
      benchmark::DoNotOptimize(
          splitter.Views(text, Span{Field::kText, 0, text.size()}).data());
    }
  }
  CountText(texts, &state);
}

void LoadWordCounts(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(WordCounts::Shipped());
}

void Sweep(benchmark::internal::Benchmark* b,
           std::initializer_list<std::int64_t> sentences) {
  b->ArgName("sentences");
  for (const std::int64_t count : sentences) b->Arg(count);
}

bool RegisterAll(SimdTarget target, const std::vector<std::string>& operands) {
  Sweep(benchmark::RegisterBenchmark("TextToVectors", TextToVectors, target),
        {100, 1'000, 10'000, 100'000});
  Sweep(benchmark::RegisterBenchmark("WideTextToVectors", WideTextToVectors,
                                     target),
        {1'000, 10'000, 100'000});
  Sweep(benchmark::RegisterBenchmark("TextToWords", TextToWords),
        {1'000, 10'000});
  benchmark::RegisterBenchmark("LoadWordCounts", LoadWordCounts)
      ->Unit(benchmark::kMillisecond);
  return operands.empty();
}

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) {
  return rashomon::TargetMain(argc, argv, rashomon::RegisterAll);
}
