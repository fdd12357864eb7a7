#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/cli/commands.h"
#include "tools/cli/messages.h"
#include "tools/cli/output.h"
#include "tools/evaluate/registry.h"

namespace rashomon {
namespace {

bool IsWanted(const std::string& set, const std::vector<std::string>& wanted) {
  for (const std::string& part : wanted) {
    if (set.find(part) != std::string::npos) return true;
  }
  return wanted.empty();
}

absl::StatusOr<std::vector<Evaluation>> Selected(const Arguments& arguments) {
  const std::vector<std::string> wanted = arguments.Values("set");
  std::vector<Evaluation> selected;
  std::string names;
  for (Evaluation& evaluation : AllEvaluations()) {
    StrAppend(&names, names.empty() ? "" : ", ", evaluation.set);
    if (IsWanted(evaluation.set, wanted)) {
      selected.push_back(std::move(evaluation));
    }
  }
  if (selected.empty()) {
    return absl::InvalidArgumentError(
        StrCat("--set=", wanted.front(), ": no such set; there are ", names));
  }
  return selected;
}

absl::Status CheckFolder(const std::string& folder) {
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return absl::OkStatus();
  return absl::InvalidArgumentError(
      StrCat(folder, ": no such folder of gold data"));
}

}  // namespace

absl::StatusOr<int> RunEvaluate(const Arguments& arguments, Environment* env) {
  const std::string& folder = arguments.operands[0];
  RASHOMON_RETURN_IF_ERROR(CheckFolder(folder));
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<Evaluation> evaluations,
                            Selected(arguments));
  Messages messages(arguments, env);
  const EvaluationReport report = RunEvaluations(
      evaluations, folder, [&](const std::string& doing) {
        messages.Progress(StrCat("scoring ", doing, " ..."));
      });
  if (report.scored() == 0 && report.failed() == 0) {
    return absl::InvalidArgumentError(
        StrCat(folder, ": none of the ", report.missing(),
               " gold sets is there"));
  }
  RASHOMON_RETURN_IF_ERROR(WriteResult(
      arguments,
      arguments.Value("format") == "json" ? ReportAsJson(report)
                                          : ReportAsTable(report),
      env));
  return report.failed() > 0 ? 2 : 0;
}

}  // namespace rashomon
