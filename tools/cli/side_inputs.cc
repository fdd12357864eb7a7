#include "tools/cli/side_inputs.h"

#include <filesystem>
#include <string>
#include <system_error>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/cli/article_inputs.h"
#include "tools/cli/config.h"

namespace rashomon {
namespace {

bool IsSameFile(const std::string& left, const std::string& right) {
  std::error_code ignored;
  return left != "-" && right != "-" &&
         std::filesystem::equivalent(left, right, ignored);
}

absl::StatusOr<std::vector<Article>> ReadSide(const Arguments& arguments,
                                              const std::string& path,
                                              std::string_view side,
                                              const OutletRegistry& registry,
                                              Messages* messages) {
  ReadOptions options = ReadOptionsFrom(arguments, &registry);
  options.overrides = OverridesFrom(arguments, side);
  return AllArticles(path, options, messages);
}

}  // namespace

absl::StatusOr<Sides> ReadSides(const Arguments& arguments,
                                const OutletRegistry& registry,
                                Messages* messages) {
  const std::string& left = arguments.operands[0];
  const std::string& right = arguments.operands[1];
  if (left == "-" && right == "-") {
    return absl::InvalidArgumentError(
        "standard input (-) can be one side only; give a file for the other");
  }
  if (IsSameFile(left, right)) {
    messages->Warn(StrCat(left, " and ", right, " are the same file"));
  }
  Sides sides;
  RASHOMON_ASSIGN_OR_RETURN(
      sides.left, ReadSide(arguments, left, "left", registry, messages));
  RASHOMON_ASSIGN_OR_RETURN(
      sides.right, ReadSide(arguments, right, "right", registry, messages));
  return sides;
}

}  // namespace rashomon
