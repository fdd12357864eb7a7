// A file that appears whole or not at all.
//
//   RASHOMON_ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create("out.jsonl"));
//   RASHOMON_RETURN_IF_ERROR(file.Append(line));
//   RASHOMON_RETURN_IF_ERROR(file.Commit());
//
// For output that is too large to hold in memory; engine/base/file.h has
// WriteFileAtomically for the rest.
#ifndef RASHOMON_ENGINE_BASE_ATOMIC_FILE_H_
#define RASHOMON_ENGINE_BASE_ATOMIC_FILE_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace rashomon {

// Writes to a temporary name in the same folder; Commit flushes it to disk and
// renames it over `path`: a reader sees the old file or the new one. Destroyed
// without Commit, it removes the temporary file and leaves `path` as it was. A
// path that exists and is no regular file (a pipe, /dev/stdout) is written
// straight. Errors name the file. Not thread-safe.
class AtomicFile {
 public:
  static absl::StatusOr<AtomicFile> Create(const std::string& path);

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&& other) noexcept;
  ~AtomicFile();

  // Unbuffered: one system call at least for each call.
  absl::Status Append(std::string_view bytes);
  absl::Status Commit();

 private:
  AtomicFile(std::string path, std::string temporary, int fd);
  void Close();

  std::string path_;
  std::string temporary_;  // "" where the path is written straight
  int fd_ = -1;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_ATOMIC_FILE_H_
