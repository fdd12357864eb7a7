// A file as bytes in memory, read by the system page by page.
//
//   RASHOMON_ASSIGN_OR_RETURN(MappedFile file, MappedFile::Open(path));
//   std::string_view bytes = file.bytes();
//
// Not for files that others may cut short while they are mapped: touching what
// is gone ends the program. Model files are replaced by renaming, which leaves
// the mapped one whole.
#ifndef RASHOMON_ENGINE_BASE_MAPPED_FILE_H_
#define RASHOMON_ENGINE_BASE_MAPPED_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace rashomon {

// Immutable; thread-safe. The bytes live as long as the object.
class MappedFile {
 public:
  // Errors name the file: NotFound, PermissionDenied, or InvalidArgument for
  // what is no regular file. An empty file has no bytes.
  static absl::StatusOr<MappedFile> Open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_MAPPED_FILE_H_
