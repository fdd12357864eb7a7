#include "tools/cli/source_bytes.h"

#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/byte_source.h"
#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

// Of one file: which articles came from which line; line 0 is the whole file.
using ByLine = std::multimap<int, std::size_t>;

absl::Status ReadLines(const std::string& path, const ByLine& wanted,
                       std::size_t max_bytes,
                       std::vector<std::string>* sources) {
  RASHOMON_ASSIGN_OR_RETURN(ByteSource file, ByteSource::Open(path));
  auto next = wanted.begin();
  for (int line = 1; next != wanted.end(); ++line) {
    RASHOMON_ASSIGN_OR_RETURN(const std::optional<std::string_view> bytes,
                              file.ReadLine(max_bytes));
    if (!bytes) {
      return absl::InvalidArgumentError(
          StrCat(path, ": line ", next->first,
                 " is gone; the file changed while it was read"));
    }
    for (; next != wanted.end() && next->first == line; ++next) {
      (*sources)[next->second] = std::string(*bytes);
    }
  }
  return absl::OkStatus();
}

absl::Status ReadOneFile(const std::string& path, const ByLine& wanted,
                         std::size_t max_bytes,
                         std::vector<std::string>* sources) {
  if (path == "-") {
    return absl::InvalidArgumentError(
        "--case keeps the bytes of every input, and standard input (-) cannot "
        "be read twice; save it to a file first");
  }
  if (wanted.begin()->first > 0) {
    return ReadLines(path, wanted, max_bytes, sources);
  }
  RASHOMON_ASSIGN_OR_RETURN(const std::string bytes,
                            ReadFile(path, max_bytes));
  for (const auto& [line, article] : wanted) (*sources)[article] = bytes;
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<std::string>> ReadSourceBytes(
    const std::vector<Article>& articles, std::size_t max_article_bytes) {
  std::map<std::string, ByLine> by_path;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Provenance& provenance = articles[i].provenance;
    by_path[provenance.source].insert({provenance.line, i});
  }
  std::vector<std::string> sources(articles.size());
  for (const auto& [path, wanted] : by_path) {
    RASHOMON_RETURN_IF_ERROR(
        ReadOneFile(path, wanted, max_article_bytes, &sources));
  }
  return sources;
}

}  // namespace rashomon
