// Whole files in, whole files out.
//
//   RASHOMON_ASSIGN_OR_RETURN(std::string bytes, ReadFile(path, max_bytes));
//   RASHOMON_RETURN_IF_ERROR(WriteFileAtomically("report.html", html));
//
// Errors name the file. Functions here are thread-safe.
#ifndef RASHOMON_ENGINE_BASE_FILE_H_
#define RASHOMON_ENGINE_BASE_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace rashomon {

// The bytes of the file. NotFound, PermissionDenied, or InvalidArgument for a
// folder or a file of more than max_bytes (at most max_bytes + 1 are read, so
// a pipe that never ends is refused too).
absl::StatusOr<std::string> ReadFile(const std::string& path,
                                     std::size_t max_bytes);

// Writes to a temporary name in the same folder, flushes it to disk and
// renames it over `path`: a reader sees the old file or the new one. On error
// the temporary file is removed and `path` is as it was. A path that exists
// and is no regular file (a pipe, /dev/stdout) is written straight.
absl::Status WriteFileAtomically(const std::string& path,
                                 std::string_view bytes);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_FILE_H_
