// A whole case as JSON, schema "rashomon.case/1" (schemas/case.schema.json),
// and back.
//
//   RASHOMON_ASSIGN_OR_RETURN(std::string json, CaseToJson(&file));
//   RASHOMON_RETURN_IF_ERROR(CaseFromJson(json, &empty_case));
//   CaseToJson(&empty_case) == json;      // byte for byte
//
// A list for each table of the case, a row a line, in the order of the ids,
// with the bytes of the sources. Offsets count UTF-8 bytes.
#ifndef RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_JSON_H_
#define RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_JSON_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tools/review/store/case_file.h"

namespace rashomon {

// The same case gives the same bytes. Memory: some times the case's size.
absl::StatusOr<std::string> CaseToJson(CaseFile* file);

// Fills an empty case, all or nothing, and checks it (case_check.h).
// InvalidArgument, naming the member and what is wrong: broken JSON, another
// schema, a member that is missing, of another type, out of range or not known;
// rows that contradict each other; a case that the check finds a problem in.
absl::Status CaseFromJson(std::string_view json, CaseFile* empty);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_JSON_H_
