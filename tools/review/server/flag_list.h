// A list of flags as one viewer asks for it. Internal to tools/review/server.
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_FLAG_LIST_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_FLAG_LIST_H_

#include "absl/status/statusor.h"
#include "tools/review/server/viewer.h"
#include "tools/review/store/case_flags.h"

namespace rashomon {

// The query with the viewer's decisions as those that count, and with outlets
// by their names where the viewer knows letters alone. InvalidArgument where it
// asks for decisions of nobody.
absl::StatusOr<FlagQuery> QueryForViewer(FlagQuery query,
                                         const Viewer& viewer);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_FLAG_LIST_H_
