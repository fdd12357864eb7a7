#include "tools/cli/confidence_config.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

// The shipped table has some 6 KB.
constexpr std::size_t kMaxBytes = 1 << 20;

// "" where the shipped weights are wanted.
std::string PathOfWeights(const Arguments& arguments, const Environment& env) {
  if (arguments.Has("confidence")) return arguments.Value("confidence");
  if (env.config_folder.empty()) return "";
  const std::string own = env.config_folder + "/confidence.tsv";
  std::error_code ignored;
  return std::filesystem::exists(own, ignored) ? own : "";
}

}  // namespace

absl::StatusOr<ConfidenceModel> LoadConfidence(const Arguments& arguments,
                                               const Environment& env) {
  const std::string path = PathOfWeights(arguments, env);
  if (path.empty()) return ConfidenceModel::Shipped();
  RASHOMON_ASSIGN_OR_RETURN(const std::string tsv, ReadFile(path, kMaxBytes));
  RASHOMON_ASSIGN_OR_RETURN(LogisticModel model,
                            LogisticModel::FromTsv(tsv, path));
  if (model.weights().empty()) {
    return absl::InvalidArgumentError(
        StrCat(path, ": holds no weights; rashomon case calibrate writes such "
               "a file"));
  }
  return ConfidenceModel(std::move(model));
}

}  // namespace rashomon
