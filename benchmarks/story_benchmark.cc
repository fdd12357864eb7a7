// Articles into stories, over collection sizes: reading, and grouping what was
// read. items_per_second is articles; it should not fall as collections grow.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "benchmarks/news_text.h"
#include "corpus/article.h"
#include "engine/embed/word_model.h"
#include "engine/events/story_clusterer.h"
#include "engine/events/story_link.h"
#include "engine/events/story_report.h"

namespace rashomon {
namespace {

constexpr std::size_t kTextBytes = 3000;
constexpr std::uint32_t kReportsOfEvent = 4;

// Reports of one event share names that no other event has.
Article ReportOf(std::uint32_t event, std::uint32_t teller) {
  const std::string people =
      "Tarvelo" + std::to_string(event) + "x and Brenn" +
      std::to_string(event * 7919) + "q";
  Article article;
  article.title =
      people + ": " +
      NewsSentences(1, NewsLanguage::kEnglish, teller + 1).front();
  article.text = people + " met. " +
                 NewsText(kTextBytes, NewsLanguage::kEnglish, teller + 1);
  return article;
}

const WordModel& Words() {
  static const auto* const kWords = [] {
    auto words = WordModel::Shipped();
    if (!words.ok()) std::abort();
    return new WordModel(*std::move(words));
  }();
  return *kWords;
}

std::vector<StoryReport> ReadReports(std::uint32_t count) {
  StoryReader reader(&Words());
  std::vector<StoryReport> reports;
  for (std::uint32_t i = 0; i < count; ++i) {
    reports.push_back(reader.Read(ReportOf(i / kReportsOfEvent, i)));
  }
  return reports;
}

void ReadStoryReport(benchmark::State& state) {
  StoryReader reader(&Words());
  const Article article = ReportOf(1, 1);
  for (auto _ : state) benchmark::DoNotOptimize(reader.Read(article));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(ReadStoryReport)->Unit(benchmark::kMicrosecond);

void GroupIntoStories(benchmark::State& state) {
  const auto model = StoryLinkModel::Shipped();
  if (!model.ok()) std::abort();
  const auto count = static_cast<std::uint32_t>(state.range(0));
  const std::vector<StoryReport> reports = ReadReports(count);
  std::size_t stories = 0;
  for (auto _ : state) {
    StoryClusterer clusterer(&*model);
    for (const StoryReport& r : reports) clusterer.Add(r);
    benchmark::DoNotOptimize(clusterer.Finish());
    stories = clusterer.stories();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.counters["stories"] = static_cast<double>(stories);
}
BENCHMARK(GroupIntoStories)
    ->Unit(benchmark::kMillisecond)
    ->Arg(1'000)
    ->Arg(4'000)
    ->Arg(16'000);

}  // namespace
}  // namespace rashomon
