#include <nlohmann/json.hpp>
#include <string>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/cli/commands.h"
#include "tools/cli/output.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/case_info.h"

namespace rashomon {
namespace {

std::string AsText(const std::string& path, const CaseInfo& info) {
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

std::string AsJson(const CaseInfo& info) {
  nlohmann::ordered_json json = {
      {"schema", "rashomon.case-info/1"},
      {"schema_version", info.schema_version},
      {"articles", info.articles},
      {"sources", info.sources},
      {"pairs", info.pairs},
      {"runs", info.runs},
      {"flags", info.flags},
      {"decided", info.decided},
      {"reopened", info.reopened},
      {"added", info.added},
      {"superseded", info.superseded},
      {"history_rows", info.history_rows},
      {"flags_by_kind", info.flags_by_kind},
      {"reviewers", nlohmann::ordered_json::array()},
      {"versions", info.versions}};
  for (const ReviewerCount& reviewer : info.reviewers) {
    json["reviewers"].push_back(
        {{"reviewer", reviewer.reviewer}, {"decided", reviewer.decided}});
  }
  return json.dump(1, ' ', false,
                   nlohmann::ordered_json::error_handler_t::replace) +
         "\n";
}

}  // namespace

absl::StatusOr<int> RunCaseInfo(const Arguments& arguments, Environment* env) {
  const std::string format = arguments.Value("format");
  if (!format.empty() && format != "text" && format != "json") {
    return absl::InvalidArgumentError(
        StrCat("--format=", format, ": info has the forms text and json"));
  }
  const std::string& path = arguments.operands[1];
  RASHOMON_ASSIGN_OR_RETURN(CaseFile file,
                            CaseFile::Open(path, CaseMode::kRead));
  RASHOMON_ASSIGN_OR_RETURN(const CaseInfo info, ReadCaseInfo(&file));
  RASHOMON_RETURN_IF_ERROR(WriteResult(
      arguments, format == "json" ? AsJson(info) : AsText(path, info), env));
  return 0;
}

}  // namespace rashomon
