// Word vectors: loading the shipped table, looking up, and reading tables of
// other programs as text, beside fast_float over the same numbers.
#include <benchmark/benchmark.h>
#include <fast_float/fast_float.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/news_text.h"
#include "engine/base/span.h"
#include "engine/embed/read_word_table.h"
#include "engine/embed/word_rows.h"
#include "engine/embed/word_vectors.h"
#include "engine/text/word.h"

namespace rashomon {
namespace {

constexpr int kDimensions = 300;

// GloVe's form: numbers of five or six decimals.
std::string TextTable(int words) {
  std::mt19937 random(1);
  std::string text;
  std::array<char, 32> buffer;
  for (int i = 0; i < words; ++i) {
    text += "word" + std::to_string(i);
    for (int k = 0; k < kDimensions; ++k) {
      const double value = static_cast<double>(random()) / 0x80000000u - 1;
      const auto [end, error] = std::to_chars(
          buffer.data(), buffer.data() + buffer.size(), value,
          std::chars_format::fixed, 5);
      text += ' ';
      text.append(buffer.data(), end);
    }
    text += '\n';
  }
  return text;
}

void CountNumbers(const std::string& text, int words,
                  benchmark::State* state) {
  state->SetBytesProcessed(state->iterations() *
                           static_cast<std::int64_t>(text.size()));
  state->SetItemsProcessed(state->iterations() * words * kDimensions);
}

void ReadTextTable(benchmark::State& state) {
  const auto words = static_cast<int>(state.range(0));
  const std::string text = TextTable(words);
  for (auto _ : state) {
    const auto table = ParseTextVectors(text, "benchmark");
    if (!table.ok()) state.SkipWithError("not read");
    benchmark::DoNotOptimize(table);
  }
  CountNumbers(text, words, &state);
}
BENCHMARK(ReadTextTable)
    ->ArgName("words")
    ->Arg(100)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond);

// The peer: the same numbers, by fast_float alone, into an array that is there.
void FastFloatOverTheSameNumbers(benchmark::State& state) {
  const auto words = static_cast<int>(state.range(0));
  const std::string text = TextTable(words);
  std::vector<float> values(static_cast<std::size_t>(words) * kDimensions);
  for (auto _ : state) {
    const char* at = text.data();
    const char* end = at + text.size();
    float* value = values.data();
    for (int i = 0; i < words; ++i) {
      while (*at != ' ') ++at;
      for (int k = 0; k < kDimensions; ++k) {
        at = fast_float::from_chars(at + 1, end, *value++).ptr;
      }
      ++at;
    }
    benchmark::DoNotOptimize(values.data());
    benchmark::ClobberMemory();
  }
  CountNumbers(text, words, &state);
}
BENCHMARK(FastFloatOverTheSameNumbers)
    ->ArgName("words")
    ->Arg(100)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Unit(benchmark::kMillisecond);

void LoadWordVectors(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(WordVectors::Shipped());
}
BENCHMARK(LoadWordVectors)->Unit(benchmark::kMillisecond);

void FindWord(benchmark::State& state) {
  const WordVectors vectors = *WordVectors::Shipped();
  const std::vector<std::string_view> words = {"sanction", "harbour", "the",
                                               "minist", "qqxyzzy", "lunda"};
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        vectors.Find(words[i++ % words.size()], WordCase::kCommon));
  }
}
BENCHMARK(FindWord);

void UnknownWord(benchmark::State& state) {
  const WordVectors vectors = *WordVectors::Shipped();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        vectors.VectorOfUnknown("qqxyzzy", WordCase::kCommon));
  }
}
BENCHMARK(UnknownWord);

// From words split already to the sums of their rows.
void SumOfRows(benchmark::State& state) {
  const WordVectors vectors = *WordVectors::Shipped();
  const std::vector<std::string> texts = NewsSentences(1'000);
  WordSplitter splitter;
  WordRows rows(&vectors, nullptr);
  std::vector<std::vector<Word>> sentences;
  for (const std::string& text : texts) {
    sentences.push_back(
        splitter.Split(text, Span{Field::kText, 0, text.size()}));
  }
  rows.Renew(splitter.generation());
  std::vector<float> sum(static_cast<std::size_t>(vectors.dimensions()));
  for (auto _ : state) {
    for (const std::vector<Word>& sentence : sentences) {
      std::fill(sum.begin(), sum.end(), 0.0f);
      for (const WeightedRow& row : rows.Of(sentence)) {
        for (std::size_t k = 0; k < sum.size(); ++k) {
          sum[k] += row.factor * row.values[k];
        }
      }
      benchmark::DoNotOptimize(sum.data());
    }
  }
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(texts.size()));
}
BENCHMARK(SumOfRows)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rashomon
