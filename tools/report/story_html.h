// A story as one HTML file that opens offline: which fact stands where, what
// each report calls things, the versions of quotations, who is quoted how
// much, and the flags of each two reports.
//
//   std::string page = RenderStoryHtml(story);
//
// No script; else as html_report.h. Thread-safe; linear in the story's size.
#ifndef RASHOMON_TOOLS_REPORT_STORY_HTML_H_
#define RASHOMON_TOOLS_REPORT_STORY_HTML_H_

#include <string>

#include "engine/compare/story_comparison.h"
#include "tools/report/html_report.h"

namespace rashomon {

// Of the flags of each two reports the first max_flags.
std::string RenderStoryHtml(const StoryComparison& story,
                            const HtmlOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_STORY_HTML_H_
