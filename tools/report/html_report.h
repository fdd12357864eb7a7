// A comparison as one HTML file that opens offline: both articles in full,
// side by side, with the flags between them.
//
//   std::string page = RenderHtml(comparison);
//   RASHOMON_RETURN_IF_ERROR(WriteFileAtomically("report.html", page));
//
// Style and script are inline and named by hash in a Content-Security-Policy
// that allows nothing else: no network, no other script. Reading, the links
// between flags and evidence and the filter by kind need no script. Article
// text is escaped throughout. Thread-safe; linear in the articles' size.
#ifndef RASHOMON_TOOLS_REPORT_HTML_REPORT_H_
#define RASHOMON_TOOLS_REPORT_HTML_REPORT_H_

#include <cstddef>
#include <string>

#include "engine/compare/comparison.h"
#include "tools/report/filter.h"

namespace rashomon {

struct HtmlOptions {
  // Flags shown at first; the rest stand in a part that opens on demand.
  std::size_t max_flags = kDefaultMaxFlags;
};

std::string RenderHtml(const Comparison& comparison,
                       const HtmlOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_HTML_REPORT_H_
