// Background text: articles as JSON, one a line, compressed by zstd.
//
//   RASHOMON_RETURN_IF_ERROR(ForEachArticle(path, [&](const auto& article) {
//     counter.AddEnglish(article["text"].template get<std::string>());
//   }));
#ifndef RASHOMON_TOOLS_TRAIN_ARTICLE_LINES_H_
#define RASHOMON_TOOLS_TRAIN_ARTICLE_LINES_H_

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "nlohmann/json.hpp"

namespace rashomon {

// Calls `visit` for every article in order; each is an object whose "text" is a
// string. The error names the file and the line that is none.
absl::Status ForEachArticle(
    const std::string& path,
    const std::function<void(const nlohmann::json&)>& visit);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_ARTICLE_LINES_H_
