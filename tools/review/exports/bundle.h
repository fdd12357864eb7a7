// A case as one zip that opens offline and can be taken back: what to hand on,
// cite or archive.
//
//   RASHOMON_ASSIGN_OR_RETURN(std::string zip, CaseToBundle(&file));
//   RASHOMON_RETURN_IF_ERROR(CaseFromBundle(zip, limits, &empty_case));
//
//   manifest.json  schema "rashomon.bundle/1" (schemas/bundle.schema.json): the
//                  inputs and the other files, each with size and SHA-256
//   case.json      all of the case (case_json.h)
//   report.html    what was confirmed, by whom (case_html.h)
//   flags.csv      the flags (flags_csv.h)
//   verdicts.csv   the history
#ifndef RASHOMON_TOOLS_REVIEW_EXPORTS_BUNDLE_H_
#define RASHOMON_TOOLS_REVIEW_EXPORTS_BUNDLE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tools/review/store/case_file.h"

namespace rashomon {

struct BundleLimits {
  // Of all files together, unpacked; more is refused before it is unpacked.
  std::size_t max_unpacked_bytes = std::size_t{512} << 20;
};

// The same case gives the same bytes (with one version of zlib).
absl::StatusOr<std::string> CaseToBundle(CaseFile* file);

// Whether the bytes begin as a zip does.
bool LooksLikeBundle(std::string_view bytes);

// Fills an empty case, all or nothing. Only names that a bundle has are taken,
// and nothing is written but the case. InvalidArgument, naming the file within:
// no zip, another name or the same twice, a path, an encrypted file, sizes over
// the limit or that differ from what is noted, a hash that differs; and what
// CaseFromJson refuses.
absl::Status CaseFromBundle(std::string_view zip, const BundleLimits& limits,
                            CaseFile* empty);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_EXPORTS_BUNDLE_H_
