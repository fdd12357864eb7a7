// Sentences and words per second, over texts of one article to a small book:
// equal speed at every size means linear time.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <string>

#include "benchmarks/news_text.h"
#include "engine/base/span.h"
#include "engine/text/date_expression.h"
#include "engine/text/sentence.h"
#include "engine/text/word.h"

namespace rashomon {
namespace {

NewsLanguage LanguageOf(const benchmark::State& state) {
  return state.range(1) == 0 ? NewsLanguage::kEnglish : NewsLanguage::kRussian;
}

std::string TextOf(const benchmark::State& state) {
  return NewsText(static_cast<std::size_t>(state.range(0)), LanguageOf(state));
}

void CountBytes(const std::string& text, benchmark::State* state) {
  state->SetBytesProcessed(state->iterations() *
                           static_cast<std::int64_t>(text.size()));
}

void Sentences(benchmark::State& state) {
  const std::string text = TextOf(state);
  SentenceOptions options;
  options.language =
      LanguageOf(state) == NewsLanguage::kEnglish ? "en" : "ru";
  for (auto _ : state) {
    benchmark::DoNotOptimize(SplitSentences(text, Field::kText, {}, options));
  }
  CountBytes(text, &state);
}
BENCHMARK(Sentences)
    ->ArgNames({"bytes", "ru"})
    ->ArgsProduct({{1'000, 10'000, 100'000, 1'000'000}, {0, 1}});

void Words(benchmark::State& state) {
  const std::string text = TextOf(state);
  WordSplitter splitter;
  const Span all{Field::kText, 0, text.size()};
  for (auto _ : state) {
    benchmark::DoNotOptimize(splitter.Split(text, all));
  }
  CountBytes(text, &state);
}
BENCHMARK(Words)
    ->ArgNames({"bytes", "ru"})
    ->ArgsProduct({{1'000, 10'000, 100'000, 1'000'000}, {0, 1}});

// The same without a string for each word.
void WordViews(benchmark::State& state) {
  const std::string text = TextOf(state);
  WordSplitter splitter;
  const Span all{Field::kText, 0, text.size()};
  for (auto _ : state) {
    benchmark::DoNotOptimize(splitter.Views(text, all).data());
  }
  CountBytes(text, &state);
}
BENCHMARK(WordViews)
    ->ArgNames({"bytes", "ru"})
    ->ArgsProduct({{1'000, 10'000, 100'000, 1'000'000}, {0, 1}});

void Dates(benchmark::State& state) {
  const std::string text = TextOf(state);
  const Span all{Field::kText, 0, text.size()};
  for (auto _ : state) {
    benchmark::DoNotOptimize(FindDates(text, all));
  }
  CountBytes(text, &state);
}
BENCHMARK(Dates)->ArgNames({"bytes", "ru"})->ArgsProduct({{100'000}, {0, 1}});

// The yardstick over the same sizes, and in Russian: boundaries and no more.
void IcuBoundaries(benchmark::State& state) {
  const std::string text = TextOf(state);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  for (auto _ : state) {
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()),
                   &status);
    words->setText(&utext, status);
    int boundaries = 0;
    while (words->next() != icu::BreakIterator::DONE) ++boundaries;
    benchmark::DoNotOptimize(boundaries);
    utext_close(&utext);
  }
  CountBytes(text, &state);
}
BENCHMARK(IcuBoundaries)
    ->ArgNames({"bytes", "ru"})
    ->ArgsProduct({{1'000, 10'000, 100'000, 1'000'000}, {0, 1}});

}  // namespace
}  // namespace rashomon
