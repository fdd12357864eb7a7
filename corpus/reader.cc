#include "corpus/reader.h"

#include <memory>
#include <optional>
#include <utility>

#include "corpus/article_stream.h"
#include "engine/base/status_macros.h"

namespace rashomon {
namespace {

absl::StatusOr<ReadResult> Collect(
    absl::StatusOr<std::unique_ptr<ArticleStream>> opened) {
  if (!opened.ok()) return opened.status();
  ArticleStream& stream = **opened;
  ReadResult result;
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(std::optional<Article> article, stream.Next());
    if (!article) break;
    result.articles.push_back(*std::move(article));
  }
  result.warnings = stream.warnings();
  result.skipped = stream.skipped();
  return result;
}

}  // namespace

absl::StatusOr<ReadResult> ReadArticles(const std::string& path,
                                        const ReadOptions& options) {
  return Collect(ArticleStream::Open(path, options));
}

absl::StatusOr<ReadResult> ReadArticlesFromBytes(std::string_view bytes,
                                                 const std::string& source,
                                                 const ReadOptions& options) {
  return Collect(ArticleStream::OpenBytes(bytes, source, options));
}

}  // namespace rashomon
