// The weights that say how sure a flag is: shipped, or the user's own.
#ifndef RASHOMON_TOOLS_CLI_CONFIDENCE_CONFIG_H_
#define RASHOMON_TOOLS_CLI_CONFIDENCE_CONFIG_H_

#include "absl/status/statusor.h"
#include "engine/contrast/confidence.h"
#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"

namespace rashomon {

// --confidence FILE, else config_folder/confidence.tsv where it is there, else
// the shipped weights. Such files are what `case calibrate` writes. An error
// names the file and the line.
absl::StatusOr<ConfidenceModel> LoadConfidence(const Arguments& arguments,
                                               const Environment& env);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_CONFIDENCE_CONFIG_H_
