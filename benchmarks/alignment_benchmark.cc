// Alignment of two articles of n sentences each, words given. Items are
// sentences of one side: equal items per second means linear growth.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks/news_text.h"
#include "engine/align/aligner.h"
#include "engine/align/pair_scorer.h"
#include "engine/base/span.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"

namespace rashomon {
namespace {

const WordModel& Model() {
  static const auto& model = *new WordModel(*WordModel::Shipped());
  return model;
}

std::vector<std::vector<Word>> Article(std::size_t sentences,
                                       std::uint32_t seed,
                                       WordSplitter* splitter) {
  std::vector<std::vector<Word>> words;
  for (const std::string& text :
       NewsSentences(sentences, NewsLanguage::kEnglish, seed)) {
    words.push_back(splitter->Split(text, Span{Field::kText, 0, text.size()}));
  }
  return words;
}

void AlignArticles(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0));
  WordSplitter splitter;
  const auto left = Article(n, 1, &splitter);
  const auto right = Article(n, 2, &splitter);
  const Aligner aligner(&Model());
  for (auto _ : state) benchmark::DoNotOptimize(aligner.Align(left, right));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(AlignArticles)
    ->ArgName("n")
    ->Arg(10)
    ->Arg(50)
    ->Arg(200)
    ->Arg(1'000)
    ->Unit(benchmark::kMillisecond);

void ScorePair(benchmark::State& state) {
  WordSplitter splitter;
  const auto words = Article(64, 1, &splitter);
  const PairScorer scorer(&Model());
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        scorer.Similarity(words[i % 64], words[(i + 1) % 64]));
    ++i;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(ScorePair);

}  // namespace
}  // namespace rashomon
