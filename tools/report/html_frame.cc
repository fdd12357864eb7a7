#include "tools/report/html_frame.h"

#include "engine/base/strings.h"
#include "tools/report/html_escape.h"

namespace rashomon {

std::string FillFrame(std::string_view frame, const FrameValues& values) {
  std::string out;
  for (;;) {
    const std::size_t open = frame.find("{{");
    const std::size_t close = frame.find("}}", open);
    out += frame.substr(0, open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
      return out;
    }
    const auto value = values.find(frame.substr(open + 2, close - open - 2));
    if (value != values.end()) out += value->second;
    frame.remove_prefix(close + 2);
  }
}

std::string VersionItems(const std::map<std::string, std::string>& versions) {
  std::string out;
  for (const auto& [part, version] : versions) {
    if (version.empty()) continue;
    StrAppend(&out, "<li>", EscapeHtml(part), " ", EscapeHtml(version),
              "</li>");
  }
  return out;
}

}  // namespace rashomon
