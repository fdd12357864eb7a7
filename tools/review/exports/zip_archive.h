// Zip archives in memory, with errors as values and bounds on what is unpacked.
// Internal to tools/review/exports.
#ifndef RASHOMON_TOOLS_REVIEW_EXPORTS_ZIP_ARCHIVE_H_
#define RASHOMON_TOOLS_REVIEW_EXPORTS_ZIP_ARCHIVE_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace rashomon {

struct ZipEntry {
  std::string name;
  std::string bytes;
};

// In the order given, deflated, all with one fixed time.
absl::StatusOr<std::string> MakeZip(const std::vector<ZipEntry>& entries);

// The entries, whose names must all be among `names`. InvalidArgument for what
// is no zip, a name that is not among them or stands there twice, an encrypted
// entry, and for more than max_bytes unpacked in all: no more than that is ever
// unpacked, whatever the archive says of itself.
absl::StatusOr<std::map<std::string, std::string>> ReadZip(
    std::string_view zip, const std::vector<std::string_view>& names,
    std::size_t max_bytes);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_EXPORTS_ZIP_ARCHIVE_H_
