#include <array>
#include <string>
#include <string_view>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/cli/commands.h"
#include "tools/cli/output.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/case_info.h"

namespace rashomon {
namespace {

std::string InfoAsText(const std::string& path, const CaseInfo& info) {
  std::string text;
  StrAppend(&text, path, ": case of version ", info.schema_version, "\n");
  StrAppend(&text, "articles    ", info.articles, " of ", info.sources,
            " sources\n");
  StrAppend(&text, "pairs       ", info.pairs, ", compared ", info.runs,
            " times\n");
  StrAppend(&text, "flags       ", info.flags, ": ", info.decided,
            " decided, ", info.reopened, " reopened, ", info.added,
            " added by reviewers; ", info.superseded,
            " superseded beside them\n");
  for (const auto& [kind, count] : info.flags_by_kind) {
    StrAppend(&text, "  ", kind, " ", count, "\n");
  }
  for (const ReviewerCount& reviewer : info.reviewers) {
    StrAppend(&text, "reviewer    ", reviewer.reviewer, ": ",
              reviewer.decided, " decided\n");
  }
  StrAppend(&text, "history     ", info.history_rows, " rows\n");
  for (const auto& [part, version] : info.versions) {
    StrAppend(&text, "version     ", part, " ", version, "\n");
  }
  return text;
}

absl::StatusOr<int> RunInfo(const Arguments& arguments, Environment* env) {
  const std::string& path = arguments.operands[1];
  RASHOMON_ASSIGN_OR_RETURN(CaseFile file,
                            CaseFile::Open(path, CaseMode::kRead));
  RASHOMON_ASSIGN_OR_RETURN(const CaseInfo info, ReadCaseInfo(&file));
  RASHOMON_RETURN_IF_ERROR(
      WriteResult(arguments, InfoAsText(path, info), env));
  return 0;
}

struct Action {
  std::string_view name;
  CommandFunction function;
};

constexpr std::array<Action, 1> kActions = {{
    {"info", RunInfo},
}};

}  // namespace

absl::StatusOr<int> RunCase(const Arguments& arguments, Environment* env) {
  std::string names;
  for (const Action& action : kActions) {
    if (action.name == arguments.operands[0]) {
      return action.function(arguments, env);
    }
    StrAppend(&names, names.empty() ? "" : ", ", action.name);
  }
  return absl::InvalidArgumentError(
      StrCat("\"", arguments.operands[0], "\": give one of ", names));
}

}  // namespace rashomon
