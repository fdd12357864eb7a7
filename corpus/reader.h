// Files, folders and standard input to articles.
//
//   ReadOptions options;
//   RASHOMON_ASSIGN_OR_RETURN(ReadResult read,
//                             ReadArticles("tass_2021-04-28.txt", options));
//   read.articles[0].outlet == "TASS";
//
// The format is told from the content, the file's name only breaking ties:
// HTML, Article JSON, JSONL (an article a line), else plain text as scraped.
// A folder is read in the order of its file names.
#ifndef RASHOMON_CORPUS_READER_H_
#define RASHOMON_CORPUS_READER_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "corpus/outlet_registry.h"
#include "engine/base/limits.h"

namespace rashomon {

// Values from the command line; they override what the source says.
struct ArticleOverrides {
  std::string outlet;
  std::string published;  // ISO 8601
  std::string title;
  std::string url;
  std::string language;
};

struct ReadOptions {
  Limits limits;
  ArticleOverrides overrides;
  const OutletRegistry* registry = nullptr;  // required; outlives the call
  // Where true, a bad line of JSONL or a bad file of a folder is counted in
  // ReadResult::skipped and reading goes on; else it ends with the error.
  bool skip_bad = false;
};

struct ReadWarning {
  std::string source;   // the file, with ":line" for JSONL
  std::string message;  // "no date found; use --left-date"
};

struct ReadResult {
  std::vector<Article> articles;  // never empty on success
  std::vector<ReadWarning> warnings;
  int skipped = 0;
};

// Reads a file, a folder (not its subfolders), or "-" for standard input.
// InvalidArgument or NotFound, naming the file and line: missing, unreadable
// or empty, a folder without articles, binary data, bad JSON, an encoding that
// nothing explains, a size over the limit, a URL (save the page first).
absl::StatusOr<ReadResult> ReadArticles(const std::string& path,
                                        const ReadOptions& options);

// The same for bytes already in memory. `source` is used for the file name's
// hints, provenance and errors.
absl::StatusOr<ReadResult> ReadArticlesFromBytes(std::string_view bytes,
                                                 const std::string& source,
                                                 const ReadOptions& options);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_READER_H_
