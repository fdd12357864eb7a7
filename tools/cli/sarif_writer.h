// What `compare --format sarif` writes: the flags shown, as `case export
// --format sarif` has them.
//
//   RASHOMON_ASSIGN_OR_RETURN(std::optional<SarifWriter> sarif,
//                             SarifWriter::Open(arguments, articles, *env));
//   if (sarif) RASHOMON_RETURN_IF_ERROR(sarif->Add(shown, 0, 1, &comparer));
//   RASHOMON_ASSIGN_OR_RETURN(std::string log, sarif->Log());
#ifndef RASHOMON_TOOLS_CLI_SARIF_WRITER_H_
#define RASHOMON_TOOLS_CLI_SARIF_WRITER_H_

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
#include "tools/cli/case_keeper.h"
#include "tools/cli/environment.h"

namespace rashomon {

// Keeps a case in memory. Not thread-safe.
class SarifWriter {
 public:
  // Nothing where --format is another. Errors as CaseKeeper::Open has them.
  static absl::StatusOr<std::optional<SarifWriter>> Open(
      const Arguments& arguments, const std::vector<Article>& articles,
      const Environment& env);

  // `shown` holds the flags to be written; articles `left` and `right`, by
  // index, are its sides.
  absl::Status Add(const Comparison& shown, std::size_t left,
                   std::size_t right, Comparer* comparer) {
    return keeper_.Keep(shown, left, right, comparer);
  }

  // One log of all that was added.
  absl::StatusOr<std::string> Log();

 private:
  explicit SarifWriter(CaseKeeper keeper) : keeper_(std::move(keeper)) {}

  CaseKeeper keeper_;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_SARIF_WRITER_H_
