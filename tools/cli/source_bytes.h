// The bytes that articles were read from, for the record that a case keeps.
//
//   RASHOMON_ASSIGN_OR_RETURN(
//       const std::vector<std::string> sources,
//       ReadSourceBytes(articles, max_article_bytes));
//   sources[0];                       // of articles[0]
#ifndef RASHOMON_TOOLS_CLI_SOURCE_BYTES_H_
#define RASHOMON_TOOLS_CLI_SOURCE_BYTES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "corpus/article.h"

namespace rashomon {

// Parallel to `articles`: the whole file, or of a JSONL file the line without
// its line end. Each file is read once. InvalidArgument for an article that
// came by standard input; else the error of a file that cannot be read again.
absl::StatusOr<std::vector<std::string>> ReadSourceBytes(
    const std::vector<Article>& articles, std::size_t max_article_bytes);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_SOURCE_BYTES_H_
