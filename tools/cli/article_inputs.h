// The articles of a command's operands, one after another, in bounded memory.
//
//   ArticleInputs inputs(arguments.operands, options, &messages);
//   while (true) {
//     RASHOMON_ASSIGN_OR_RETURN(std::optional<Article> a, inputs.Next());
//     if (!a) break;
//     ...
//   }
#ifndef RASHOMON_TOOLS_CLI_ARTICLE_INPUTS_H_
#define RASHOMON_TOOLS_CLI_ARTICLE_INPUTS_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "corpus/article_stream.h"
#include "corpus/reader.h"
#include "tools/cli/messages.h"

namespace rashomon {

// Passes the readers' warnings on as they come. Not thread-safe.
class ArticleInputs {
 public:
  // Each path is a file, a folder or "-"; no path at all is standard input.
  // `messages` and options.registry outlive it.
  ArticleInputs(std::vector<std::string> paths, const ReadOptions& options,
                Messages* messages);

  // The next article, or nothing at the end. An error names file and line; with
  // skip_bad, a path that cannot be opened is warned of and counted.
  absl::StatusOr<std::optional<Article>> Next();

  // Says how many were passed over, where any were.
  void SayWhatWasSkipped();

 private:
  absl::Status OpenNext();
  void PassOnWarnings();

  std::vector<std::string> paths_;
  ReadOptions options_;
  Messages* messages_;
  std::size_t next_path_ = 0;
  std::unique_ptr<ArticleStream> stream_;  // null before and between paths
  std::size_t warnings_passed_on_ = 0;
  int skipped_ = 0;  // of the streams that are done
};

// All articles of one path, for the commands that need them together.
absl::StatusOr<std::vector<Article>> AllArticles(const std::string& path,
                                                 const ReadOptions& options,
                                                 Messages* messages);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_ARTICLE_INPUTS_H_
