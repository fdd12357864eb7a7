// The articles of a case, and the bytes that they were read from.
//
//   RASHOMON_ASSIGN_OR_RETURN(CaseArticle a, ReadCaseArticle(&file, id));
//   RASHOMON_ASSIGN_OR_RETURN(std::string page,
//                             ReadSource(&file, a.source_sha256));
#ifndef RASHOMON_TOOLS_REVIEW_STORE_CASE_ARTICLES_H_
#define RASHOMON_TOOLS_REVIEW_STORE_CASE_ARTICLES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "engine/base/span.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/records.h"

namespace rashomon {

// What a list shows of an article.
struct ArticleHead {
  std::int64_t id = 0;
  std::string article_id;  // Article::id
  std::string outlet;
  std::string published;
  std::string title;
  std::string language;
  std::size_t text_bytes = 0;
  std::string source_name;  // provenance: the path as given
  std::string source_sha256;
};

// In the order in which they were added.
absl::StatusOr<std::vector<ArticleHead>> ListArticles(CaseFile* file);

// NotFound where the case has no such article.
absl::StatusOr<CaseArticle> ReadCaseArticle(CaseFile* file, std::int64_t id);

// The bytes as they were read. NotFound, or DataLoss where they are damaged.
absl::StatusOr<std::string> ReadSource(CaseFile* file,
                                       std::string_view sha256);

// The hash that tells one reading of a source from another: of the article as
// JSON with its sentences, but for the path and the line it came from. The
// same file under another name is the same article.
std::string ArticleSha256(const Article& article,
                          const std::vector<Span>& sentences,
                          std::string_view source_sha256);

// Adds what is not there yet; gives the article's row. To be called within a
// transaction.
absl::StatusOr<std::int64_t> AddArticle(const Article& article,
                                        const std::vector<Span>& sentences,
                                        std::string_view source_bytes,
                                        CaseFile* file);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_CASE_ARTICLES_H_
