// From text to vectors: sentences per second, splitting into words included,
// over collections of one article to a small book.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/news_text.h"
#include "engine/base/span.h"
#include "engine/embed/lsa.h"
#include "engine/embed/sentence_embedder.h"
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
void EmbedTexts(const std::vector<std::string>& texts,
                benchmark::State* state) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  TextEmbedder embedder(&Vectors(), &Counts());
  for (auto _ : *state) benchmark::DoNotOptimize(embedder.Embed(views));
  CountText(texts, state);
}

void TextToVectors(benchmark::State& state) {
  EmbedTexts(NewsSentences(static_cast<std::size_t>(state.range(0))), &state);
}
BENCHMARK(TextToVectors)
    ->ArgName("sentences")
    ->Arg(100)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000);

void WideTextToVectors(benchmark::State& state) {
  EmbedTexts(WideSentences(static_cast<std::size_t>(state.range(0))), &state);
}
BENCHMARK(WideTextToVectors)
    ->ArgName("sentences")
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000);

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
BENCHMARK(TextToWords)->ArgName("sentences")->Arg(1'000)->Arg(10'000);

// Bags of words. Arguments: sentences, d (0: one column for each stem).
void TextToBags(benchmark::State& state) {
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
BENCHMARK(TextToBags)
    ->ArgNames({"sentences", "d"})
    ->Args({100, 0})
    ->Args({1'000, 256});

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
