// Keeps what `compare` finds in the case of --case.
//
//   RASHOMON_ASSIGN_OR_RETURN(std::optional<CaseKeeper> keeper,
//                             CaseKeeper::Open(arguments, articles, *env));
//   if (keeper) RASHOMON_RETURN_IF_ERROR(keeper->Keep(c, 0, 1, &comparer));
#ifndef RASHOMON_TOOLS_CLI_CASE_KEEPER_H_
#define RASHOMON_TOOLS_CLI_CASE_KEEPER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "engine/compare/comparer.h"
#include "engine/compare/comparison.h"
#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"
#include "tools/review/store/case_file.h"

namespace rashomon {

// Not thread-safe.
class CaseKeeper {
 public:
  // Nothing where there is no --case. Opens or makes the case, and reads the
  // bytes that all `articles` came from again. Errors as CaseFile::Open and
  // ReadSourceBytes have them.
  static absl::StatusOr<std::optional<CaseKeeper>> Open(
      const Arguments& arguments, const std::vector<Article>& articles,
      const Environment& env);

  // The same with a case in memory, whatever --case is.
  static absl::StatusOr<CaseKeeper> InMemory(
      const Arguments& arguments, const std::vector<Article>& articles,
      const Environment& env);

  CaseFile* file() { return &file_; }

  // Adds the comparison of articles `left` and `right`, by index; it is on the
  // disk when this returns. A pair that the case has the other way round is
  // compared that way for it.
  absl::Status Keep(const Comparison& comparison, std::size_t left,
                    std::size_t right, Comparer* comparer);

  // What changed in the case, one line.
  std::string Summary() const;

 private:
  CaseKeeper(CaseFile file, std::vector<std::string> sources,
             std::string time)
      : file_(std::move(file)),
        sources_(std::move(sources)),
        time_(std::move(time)) {}

  CaseFile file_;
  std::vector<std::string> sources_;  // bytes, of each article
  std::string time_;
  int comparisons_ = 0;
  int unchanged_ = 0;
  int new_flags_ = 0;
  int kept_ = 0;
  int reopened_ = 0;
  int superseded_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_CASE_KEEPER_H_
