// The list of flags of the page: verdict, notes, filter, and a card for each
// flag with both quotations.
//
// Ids that the rest of the page links to: flags (the list), flag-<n> (a card).
// Internal to tools/report.
#ifndef RASHOMON_TOOLS_REPORT_HTML_FLAGS_H_
#define RASHOMON_TOOLS_REPORT_HTML_FLAGS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "engine/compare/comparison.h"
#include "tools/report/excerpt.h"

namespace rashomon {

// The <section> element. Cards from `max_flags` on stand in a closed
// <details> at the end.
std::string RenderFlags(const Comparison& comparison, std::size_t max_flags,
                        ExcerptMaker* excerpts);

// The first `max_flags` cards alone, for a page that has no articles to link to.
std::string RenderLooseCards(const Comparison& comparison,
                             std::size_t max_flags, ExcerptMaker* excerpts);

// The notes as a list; nothing for none.
std::string RenderNotes(const std::vector<Note>& notes);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_HTML_FLAGS_H_
