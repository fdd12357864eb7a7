// What reports of a story call its articles and cells, in every form.
//
//   ReportName(story, 0) == "TASS";
//
// Internal to tools/report. Thread-safe.
#ifndef RASHOMON_TOOLS_REPORT_STORY_TEXT_H_
#define RASHOMON_TOOLS_REPORT_STORY_TEXT_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/story_comparison.h"

namespace rashomon {

// The outlet; with its number where two reports have one, or none:
// "TASS (2)", "Report 3".
std::string ReportName(const StoryComparison& story, int report);

// The line that every form of a story carries.
inline constexpr std::string_view kStoryPromise =
    "This describes how texts differ. It does not say who is right.";

// "One story, 3 reports, 2 voices".
std::string StoryLine(const StoryComparison& story);

// The words of the sentence that stands for the fact.
std::string_view FactText(const StoryComparison& story, const Fact& fact);

enum class FactPlace { kNone, kTitle, kLead, kBody };
// Where a report tells a fact.
FactPlace PlaceOf(const Fact& fact, int report);

// Facts that at least two reports tell.
std::vector<Fact> SharedFacts(const Story& story);
// Titles and first sentences that one report alone tells.
std::vector<Fact> LoneFacts(const Story& story);

// The quoted words of one telling, its parts joined by " … ".
std::string TellingText(const StoryComparison& story,
                        const QuoteTelling& telling);

// "longest", "the same", "cut to 62%", "other words".
std::string TellingLabel(const QuoteLineage& quote, std::size_t telling);

// The share that a report gives a speaker; nothing where it does not.
std::optional<SpeakerShare> ShareIn(const SpeakerRow& row, int report);

// Flags of all pairs.
std::size_t FlagCount(const StoryComparison& story);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_STORY_TEXT_H_
