// The yardstick: ICU's bare word breaking. Every benchmark program links it,
// so that its speed on the same text and in the same run is at hand, and
// tools/bench can print each text stage as a ratio of it.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <string>

#include "benchmarks/news_text.h"

namespace rashomon {
namespace {

// Steps over every boundary of the text, and does nothing with it.
void IcuWordBreaking(benchmark::State& state) {
  const std::string text = NewsText(static_cast<std::size_t>(state.range(0)));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  for (auto _ : state) {
    UText* utext = utext_openUTF8(nullptr, text.data(),
                                  static_cast<int64_t>(text.size()), &status);
    words->setText(utext, status);
    int boundaries = 0;
    while (words->next() != icu::BreakIterator::DONE) ++boundaries;
    benchmark::DoNotOptimize(boundaries);
    utext_close(utext);
  }
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(text.size()));
}
BENCHMARK(IcuWordBreaking)->Arg(100'000);

}  // namespace
}  // namespace rashomon
