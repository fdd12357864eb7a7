#include "tools/report/story_text.h"

#include <algorithm>
#include <cstddef>

#include "engine/base/strings.h"
#include "tools/report/side_text.h"

namespace rashomon {
namespace {

// A version that lacks, and adds, less than this of its weight is the same.
constexpr double kSame = 0.05;
// One that adds more is told in other words.
constexpr double kReworded = 0.2;

}  // namespace

std::string ReportName(const StoryComparison& story, int report) {
  const std::string& outlet =
      story.articles[static_cast<std::size_t>(report)].outlet;
  if (outlet.empty()) return StrCat("Report ", report + 1);
  const auto bearers = std::count_if(
      story.articles.begin(), story.articles.end(),
      [&](const Article& a) { return a.outlet == outlet; });
  return bearers == 1 ? outlet : StrCat(outlet, " (", report + 1, ")");
}

std::string StoryLine(const StoryComparison& story) {
  return StrCat("One story, ", story.articles.size(), " reports, ",
                story.story.voices,
                story.story.voices == 1 ? " voice" : " voices");
}

std::string_view FactText(const StoryComparison& story, const Fact& fact) {
  const auto report = static_cast<std::size_t>(fact.report);
  return story.articles[report].Quote(
      story.annotations[report]
          .sentences[static_cast<std::size_t>(fact.sentence)]);
}

FactPlace PlaceOf(const Fact& fact, int report) {
  for (const FactTelling& t : fact.tellings) {
    if (t.report != report) continue;
    return t.title ? FactPlace::kTitle
                   : t.lead ? FactPlace::kLead : FactPlace::kBody;
  }
  return FactPlace::kNone;
}

std::vector<Fact> SharedFacts(const Story& story) {
  std::vector<Fact> facts = story.facts;
  std::erase_if(facts, [](const Fact& f) { return f.tellings.size() < 2; });
  return facts;
}

std::vector<Fact> LoneFacts(const Story& story) {
  std::vector<Fact> facts = story.facts;
  std::erase_if(facts, [](const Fact& f) { return f.tellings.size() > 1; });
  return facts;
}

std::string TellingText(const StoryComparison& story,
                        const QuoteTelling& telling) {
  std::string text;
  for (const Span& span : telling.spans) {
    StrAppend(&text, text.empty() ? "" : " … ",
              story.articles[static_cast<std::size_t>(telling.report)].Quote(
                  span));
  }
  return text;
}

std::string TellingLabel(const QuoteLineage& quote, std::size_t telling) {
  const QuoteTelling& t = quote.tellings[telling];
  if (telling == 0) return "longest";
  if (t.other > kReworded) return "other words";
  if (t.share > 1 - kSame) return "the same";
  return StrCat("cut to ", Percent(t.share));
}

std::optional<SpeakerShare> ShareIn(const SpeakerRow& row, int report) {
  for (const SpeakerShare& share : row.reports) {
    if (share.report == report) return share;
  }
  return std::nullopt;
}

std::size_t FlagCount(const StoryComparison& story) {
  std::size_t count = 0;
  for (const StoryPair& pair : story.pairs) {
    count += pair.comparison.divergences.size();
  }
  return count;
}

}  // namespace rashomon
