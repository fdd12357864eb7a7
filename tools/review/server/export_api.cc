#include "tools/review/server/export_api.h"

#include <array>
#include <cctype>
#include <filesystem>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/review/exports/bundle.h"
#include "tools/review/exports/case_contents.h"
#include "tools/review/exports/case_html.h"
#include "tools/review/exports/case_json.h"
#include "tools/review/exports/flags_csv.h"
#include "tools/review/exports/sarif.h"
#include "tools/review/exports/web_annotation.h"

namespace rashomon {
namespace {

struct ExportForm {
  std::string_view form;
  std::string_view label;
  std::string_view about;
  std::string_view ending;
  std::string_view content_type;
  absl::StatusOr<std::string> (*write)(CaseFile* file);
};

template <std::string (*kWrite)(const CaseContents&)>
absl::StatusOr<std::string> Written(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(const CaseContents contents, ReadContents(file));
  return kWrite(contents);
}

constexpr std::array<ExportForm, 7> kForms = {{
    {"bundle", "Bundle", "a zip with all of it: case, report, tables", ".zip",
     "application/zip", CaseToBundle},
    {"html", "Report", "one page that opens offline: what was confirmed, by "
     "whom", ".html", "text/html", Written<ContentsToHtml>},
    {"csv", "Table of flags", "CSV, a row each, with the decisions", ".csv",
     "text/csv", Written<FlagsToCsv>},
    {"verdicts", "Table of verdicts", "CSV, the whole history",
     "-verdicts.csv", "text/csv", VerdictsToCsv},
    {"webannotation", "Web Annotations", "JSON-LD, with both quotations",
     ".jsonld", "application/ld+json", Written<ContentsToWebAnnotations>},
    {"sarif", "SARIF 2.1", "for viewers of code review", ".sarif",
     "application/sarif+json", Written<ContentsToSarif>},
    {"json", "Whole case", "JSON, which rashomon case import takes back",
     ".json", "application/json", CaseToJson},
}};

// The case's name without its ending; of what a header may not hold, '_'.
std::string SafeStem(const std::string& path) {
  std::string stem = std::filesystem::path(path).stem().string();
  for (char& c : stem) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) == 0 && c != '-' && c != '.') c = '_';
  }
  return stem.empty() ? "case" : stem;
}

}  // namespace

absl::StatusOr<ExportedFile> ExportCase(std::string_view form,
                                        const ApiRequest& request) {
  const ApiOptions& options = request.api->options();
  if (options.hides_others || options.blind) {
    return absl::PermissionDeniedError(
        "an export holds everyone's verdicts and the outlets' names, which "
        "this review hides; use rashomon case export");
  }
  std::string all;
  for (const ExportForm& known : kForms) {
    StrAppend(&all, all.empty() ? "" : ", ", known.form);
    if (known.form != form) continue;
    RASHOMON_ASSIGN_OR_RETURN(std::string bytes, known.write(request.file));
    return ExportedFile{
        StrCat(SafeStem(request.api->case_path()), known.ending),
        std::string(known.content_type), std::move(bytes)};
  }
  return absl::InvalidArgumentError(
      StrCat("form \"", form, "\" is none of ", all));
}

OrderedJson ExportForms() {
  OrderedJson json = OrderedJson::array();
  for (const ExportForm& form : kForms) {
    json.push_back({{"form", form.form},
                    {"label", form.label},
                    {"about", form.about}});
  }
  return json;
}

}  // namespace rashomon
