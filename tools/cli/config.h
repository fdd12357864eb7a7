// What flags and the configuration folder say of reading: outlets, limits and
// the values that override what an article says of itself.
#ifndef RASHOMON_TOOLS_CLI_CONFIG_H_
#define RASHOMON_TOOLS_CLI_CONFIG_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "corpus/outlet_registry.h"
#include "corpus/reader.h"
#include "tools/cli/arguments.h"
#include "tools/cli/environment.h"

namespace rashomon {

// Shipped outlets, then config_folder/outlets.tsv, then each --outlets file.
// An error names the file and line.
absl::StatusOr<OutletRegistry> LoadOutlets(const Arguments& arguments,
                                           const Environment& env);

// Limits and --skip-bad; `registry` outlives what is read with it.
ReadOptions ReadOptionsFrom(const Arguments& arguments,
                            const OutletRegistry* registry);

// The values of --left-outlet, --left-date and so on; side "left" or "right".
ArticleOverrides OverridesFrom(const Arguments& arguments,
                               std::string_view side);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_CONFIG_H_
