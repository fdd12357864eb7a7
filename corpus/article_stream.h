// Articles one after another, from a file, a folder, standard input or memory,
// in bounded memory: of JSONL, one line at a time is held.
//
//   RASHOMON_ASSIGN_OR_RETURN(std::unique_ptr<ArticleStream> stream,
//                             ArticleStream::Open("reports.jsonl", options));
//   while (true) {
//     RASHOMON_ASSIGN_OR_RETURN(std::optional<Article> a, stream->Next());
//     if (!a) break;                   // the end
//     ...
//   }
//
// reader.h's ReadArticles collects a stream; its header says which errors and
// warnings there are.
#ifndef RASHOMON_CORPUS_ARTICLE_STREAM_H_
#define RASHOMON_CORPUS_ARTICLE_STREAM_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "corpus/reader.h"

namespace rashomon {

// Not thread-safe. `options.registry` outlives the stream.
class ArticleStream {
 public:
  // A file, a folder (not its subfolders) or "-".
  static absl::StatusOr<std::unique_ptr<ArticleStream>> Open(
      const std::string& path, const ReadOptions& options);

  // `bytes` outlives the stream.
  static absl::StatusOr<std::unique_ptr<ArticleStream>> OpenBytes(
      std::string_view bytes, const std::string& source,
      const ReadOptions& options);

  ~ArticleStream();
  ArticleStream(const ArticleStream&) = delete;
  ArticleStream& operator=(const ArticleStream&) = delete;

  // The next article, or nothing at the end. After an error the stream is at
  // its end; with skip_bad, what is bad is counted and passed over instead.
  absl::StatusOr<std::optional<Article>> Next();

  const std::vector<ReadWarning>& warnings() const;
  int skipped() const;

 private:
  class Impl;
  explicit ArticleStream(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_ARTICLE_STREAM_H_
