// A story for the terminal: the reports, which fact stands where, what each
// calls things, the versions of quotations, who is quoted how much, and the
// first flags of each two reports.
//
//   std::cout << RenderStoryTerminal(story, {.width = 100});
//
// As terminal_report.h. Thread-safe.
#ifndef RASHOMON_TOOLS_REPORT_STORY_TERMINAL_H_
#define RASHOMON_TOOLS_REPORT_STORY_TERMINAL_H_

#include <string>

#include "engine/compare/story_comparison.h"
#include "tools/report/terminal_report.h"

namespace rashomon {

// Of each list the first max_flags; of the flags of each two reports the first
// three where max_flags is the default, else max_flags.
std::string RenderStoryTerminal(const StoryComparison& story,
                                const TerminalOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_STORY_TERMINAL_H_
