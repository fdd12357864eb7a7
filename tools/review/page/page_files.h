// The files of the review page, compiled in from assets/.
//
//   FindPageFile("/")->content_type == "text/html; charset=utf-8";
//   FindPageFile("/assets/main.js")->bytes;
//   FindPageFile("/etc/passwd") == std::nullopt;    // no disk is looked at
#ifndef RASHOMON_TOOLS_REVIEW_PAGE_PAGE_FILES_H_
#define RASHOMON_TOOLS_REVIEW_PAGE_PAGE_FILES_H_

#include <optional>
#include <string_view>

namespace rashomon {

struct PageFileView {
  std::string_view content_type;
  std::string_view bytes;
};

// Thread-safe.
std::optional<PageFileView> FindPageFile(std::string_view path);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_PAGE_PAGE_FILES_H_
