// A gzip file, unpacked.
#ifndef RASHOMON_TOOLS_EVALUATE_GZIP_FILE_H_
#define RASHOMON_TOOLS_EVALUATE_GZIP_FILE_H_

#include <cstddef>
#include <string>

#include "absl/status/statusor.h"

namespace rashomon {

// The unpacked bytes. An error names the file: missing, damaged, or unpacking
// to more than max_bytes.
absl::StatusOr<std::string> ReadGzipFile(const std::string& path,
                                         std::size_t max_bytes);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_GZIP_FILE_H_
