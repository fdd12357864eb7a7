// A page's frame with its parts filled in.
//
//   FillFrame("<p>{{name}}</p>", {{"name", EscapeHtml(name)}});
//
// Internal to tools/report. Thread-safe; linear.
#ifndef RASHOMON_TOOLS_REPORT_HTML_FRAME_H_
#define RASHOMON_TOOLS_REPORT_HTML_FRAME_H_

#include <map>
#include <string>
#include <string_view>

namespace rashomon {

using FrameValues = std::map<std::string_view, std::string>;

// Replaces each {{name}} by its value. Values are not looked into again, so an
// article that says "{{script}}" stays as it is.
std::string FillFrame(std::string_view frame, const FrameValues& values);

// Versions as list items.
std::string VersionItems(const std::map<std::string, std::string>& versions);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_HTML_FRAME_H_
