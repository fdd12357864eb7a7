// Keeps what `compare` finds in the case of --case.
//
//   RASHOMON_ASSIGN_OR_RETURN(std::optional<CaseKeeper> keeper,
//                             CaseKeeper::Open(arguments, sides, *env));
//   if (keeper) RASHOMON_RETURN_IF_ERROR(keeper->Keep(pair, c, &comparer));
#ifndef RASHOMON_TOOLS_CLI_CASE_KEEPER_H_
#define RASHOMON_TOOLS_CLI_CASE_KEEPER_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/compare/comparer.h"
#include "engine/compare/comparison.h"
#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"
#include "tools/cli/pairing.h"
#include "tools/cli/side_inputs.h"
#include "tools/review/store/case_file.h"

namespace rashomon {

// Not thread-safe.
class CaseKeeper {
 public:
  // Nothing where there is no --case. Opens or makes the case, and reads the
  // bytes of all inputs again; `sides` outlives it. Errors as CaseFile::Open
  // and ReadSourceBytes have them.
  static absl::StatusOr<std::optional<CaseKeeper>> Open(
      const Arguments& arguments, const Sides& sides, const Environment& env);

  // Adds the comparison of the pair; it is on the disk when this returns. A
  // pair that the case has the other way round is compared that way for it.
  absl::Status Keep(const ArticlePair& pair, const Comparison& comparison,
                    Comparer* comparer);

  // What changed in the case, one line.
  std::string Summary() const;

 private:
  CaseKeeper(CaseFile file, const Sides* sides, std::string time)
      : file_(std::move(file)), sides_(sides), time_(std::move(time)) {}

  CaseFile file_;
  const Sides* sides_;
  std::string time_;
  std::vector<std::string> left_;  // source bytes, parallel to sides_->left
  std::vector<std::string> right_;
  int comparisons_ = 0;
  int unchanged_ = 0;
  int new_flags_ = 0;
  int kept_ = 0;
  int reopened_ = 0;
  int superseded_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_CASE_KEEPER_H_
