#include "engine/story/view.h"

#include <algorithm>
#include <vector>

#include "engine/contrast/report_index.h"
#include "engine/story/facts.h"
#include "engine/story/label_board.h"
#include "engine/story/quote_lineage.h"
#include "engine/story/speakers.h"
#include "engine/story/voices.h"

namespace rashomon {

Story ViewStory(const StoryInput& input, const WordModel& words) {
  Story story;
  story.voice_of = VoicesOf(input);
  for (const int voice : story.voice_of) {
    story.voices = std::max(story.voices, voice + 1);
  }
  story.facts = FactsOf(input, story.voice_of);
  story.labels = LabelBoard(input);
  std::vector<ReportIndex> indices;
  indices.reserve(input.reports.size());
  for (const Report& report : input.reports) {
    indices.emplace_back(*report.article, *report.annotation, words);
  }
  story.quotes = QuoteLineages(indices);
  story.speakers = SpeakersOf(input.reports);
  return story;
}

}  // namespace rashomon
