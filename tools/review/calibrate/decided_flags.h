// The flags of a case that a refit can learn from.
//
//   RASHOMON_ASSIGN_OR_RETURN(
//       CaseDecisions d, DecisionsOf(&file, model.version(), /*first=*/0));
#ifndef RASHOMON_TOOLS_REVIEW_CALIBRATE_DECIDED_FLAGS_H_
#define RASHOMON_TOOLS_REVIEW_CALIBRATE_DECIDED_FLAGS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/review/calibrate/calibration.h"
#include "tools/review/store/case_file.h"

namespace rashomon {

struct CaseDecisions {
  std::vector<DecidedFlag> flags;
  std::int64_t pairs = 0;
  std::int64_t undecided = 0;     // or unsure, or disputed
  std::int64_t other_models = 0;  // weighed by another model
};

// Flags of the engine, current and superseded, that came to confirmed or
// dismissed and were weighed by the confidence model of `model_version`. One
// confirmed as another kind is wrong as the kind it was given. Groups are
// numbered from `first_group`, so that those of several cases stay apart.
absl::StatusOr<CaseDecisions> DecisionsOf(CaseFile* file,
                                          std::string_view model_version,
                                          std::int64_t first_group);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_CALIBRATE_DECIDED_FLAGS_H_
