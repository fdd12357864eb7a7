// The files that the page hands on. Internal to tools/review/server.
//
//   RASHOMON_ASSIGN_OR_RETURN(ExportedFile f, ExportCase("json", request));
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_EXPORT_API_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_EXPORT_API_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "tools/review/server/api_handlers.h"

namespace rashomon {

struct ExportedFile {
  std::string name;  // "strike.json"; safe in a header
  std::string content_type;
  std::string bytes;
};

// InvalidArgument for a form that there is not; PermissionDenied where the
// review hides verdicts or names, which a file holds all of.
absl::StatusOr<ExportedFile> ExportCase(std::string_view form,
                                        const ApiRequest& request);

// The forms that there are: [{"form","label","about"}].
OrderedJson ExportForms();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_EXPORT_API_H_
