#include "tools/train/article_lines.h"

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/train/zstd_lines.h"

namespace rashomon {

absl::Status ForEachArticle(
    const std::string& path,
    const std::function<void(const nlohmann::json&)>& visit) {
  RASHOMON_ASSIGN_OR_RETURN(ZstdLines lines, ZstdLines::Open(path));
  std::string line;
  for (int number = 1;; ++number) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, lines.Next(&line));
    if (!more) return absl::OkStatus();
    const nlohmann::json article = nlohmann::json::parse(line, nullptr, false);
    if (!article.is_object() || !article.contains("text") ||
        !article["text"].is_string()) {
      return absl::InvalidArgumentError(
          StrCat(path, ": line ", number, " is no article"));
    }
    visit(article);
  }
}

}  // namespace rashomon
