#include "tools/review/server/export_api.h"

#include <array>
#include <cctype>
#include <filesystem>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/review/exports/case_json.h"

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

constexpr std::array<ExportForm, 1> kForms = {{
    {"json", "Whole case, JSON",
     "everything, for rashomon case import and other programs", ".json",
     "application/json", CaseToJson},
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
