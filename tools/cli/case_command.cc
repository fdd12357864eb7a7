// case: hands the work to one function for each action.
#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/cli/commands.h"
#include "tools/cli/output.h"
#include "tools/review/exports/bundle.h"
#include "tools/review/exports/case_contents.h"
#include "tools/review/exports/case_html.h"
#include "tools/review/exports/case_json.h"
#include "tools/review/exports/flags_csv.h"
#include "tools/review/exports/sarif.h"
#include "tools/review/exports/web_annotation.h"
#include "tools/review/store/case_check.h"
#include "tools/review/store/case_file.h"

namespace rashomon {
namespace {

constexpr std::size_t kDefaultMaxBytes = std::size_t{512} << 20;

absl::Status Refused(std::string_view what) {
  return absl::InvalidArgumentError(AbslView(what));
}

absl::StatusOr<int> RunCheck(const Arguments& arguments, Environment* env) {
  const std::string& path = arguments.operands[1];
  RASHOMON_ASSIGN_OR_RETURN(CaseFile file,
                            CaseFile::Open(path, CaseMode::kRead));
  RASHOMON_ASSIGN_OR_RETURN(const CaseCheck check, CheckCase(&file));
  std::string text;
  for (const std::string& problem : check.problems) {
    StrAppend(&text, problem, "\n");
  }
  if (check.problems.empty()) {
    text = StrCat(path, ": no problem in ", check.sources, " sources, ",
                  check.articles, " articles, ", check.comparisons,
                  " comparisons, ", check.divergences, " flags, ",
                  check.verdicts, " verdicts and ", check.settlements,
                  " settlements\n");
  }
  RASHOMON_RETURN_IF_ERROR(WriteResult(arguments, text, env));
  if (check.problems.empty()) return 0;
  return absl::DataLossError(
      StrCat(path, ": was damaged or altered (problems listed: ",
             check.problems.size(),
             "); go back to a copy or an exported bundle"));
}

absl::StatusOr<std::string> Exported(const std::string& format,
                                     CaseFile* file) {
  if (format.empty() || format == "json") return CaseToJson(file);
  if (format == "bundle") return CaseToBundle(file);
  RASHOMON_ASSIGN_OR_RETURN(const CaseContents contents, ReadContents(file));
  if (format == "csv") return FlagsToCsv(contents);
  if (format == "webannotation") return ContentsToWebAnnotations(contents);
  if (format == "sarif") return ContentsToSarif(contents);
  if (format == "html") return ContentsToHtml(contents);
  return Refused(StrCat("--format=", format,
                        ": export has the forms json, csv, webannotation, "
                        "sarif, html and bundle"));
}

absl::StatusOr<int> RunExport(const Arguments& arguments, Environment* env) {
  const std::string format = arguments.Value("format");
  if (format == "bundle" && !arguments.Has("output") && env->out_is_terminal) {
    return Refused("a bundle is no text for a terminal; give -o FILE");
  }
  RASHOMON_ASSIGN_OR_RETURN(
      CaseFile file, CaseFile::Open(arguments.operands[1], CaseMode::kRead));
  RASHOMON_ASSIGN_OR_RETURN(const std::string bytes, Exported(format, &file));
  RASHOMON_RETURN_IF_ERROR(WriteResult(arguments, bytes, env));
  return 0;
}

// An error of what is read names the file.
absl::Status Of(const std::string& path, const absl::Status& status) {
  if (status.ok()) return status;
  return absl::Status(status.code(),
                      StrCat(path, ": ", StdView(status.message())));
}

absl::StatusOr<int> RunImport(const Arguments& arguments, Environment* env) {
  const std::string& path = arguments.operands[1];
  const std::string& source = arguments.operands[2];
  const std::size_t max_bytes = arguments.Size("max-bytes", kDefaultMaxBytes);
  RASHOMON_ASSIGN_OR_RETURN(const std::string bytes,
                            ReadFile(source, max_bytes));
  RASHOMON_ASSIGN_OR_RETURN(CaseFile file, CaseFile::InMemory());
  RASHOMON_RETURN_IF_ERROR(
      Of(source, LooksLikeBundle(bytes)
                     ? CaseFromBundle(bytes, {max_bytes}, &file)
                     : CaseFromJson(bytes, &file)));
  RASHOMON_RETURN_IF_ERROR(file.SaveAs(path));
  return 0;
}

constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();

struct Action {
  std::string_view name;
  std::size_t min_operands;
  std::size_t max_operands;
  std::string_view usage;
  CommandFunction function;
};

constexpr std::array<Action, 5> kActions = {{
    {"info", 2, 2, "info CASE.db", RunCaseInfo},
    {"check", 2, 2, "check CASE.db", RunCheck},
    {"export", 2, 2, "export CASE.db", RunExport},
    {"import", 3, 3, "import CASE.db FILE", RunImport},
    {"calibrate", 2, kAnyNumber, "calibrate CASE.db...", RunCaseCalibrate},
}};

}  // namespace

absl::StatusOr<int> RunCase(const Arguments& arguments, Environment* env) {
  std::string names;
  for (const Action& action : kActions) {
    StrAppend(&names, names.empty() ? "" : ", ", action.name);
    if (action.name != arguments.operands[0]) continue;
    const std::size_t count = arguments.operands.size();
    if (count < action.min_operands || count > action.max_operands) {
      return Refused(StrCat("give rashomon case ", action.usage));
    }
    return action.function(arguments, env);
  }
  return Refused(
      StrCat("\"", arguments.operands[0], "\": give one of ", names));
}

}  // namespace rashomon
