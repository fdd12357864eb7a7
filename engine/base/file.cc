#include "engine/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "engine/base/atomic_file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

// Closes a file descriptor at the end of the scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  bool ok() const { return fd_ >= 0; }

 private:
  int fd_;
};

absl::Status FileError(int error_number, std::string_view doing,
                       std::string_view path) {
  return absl::ErrnoToStatus(error_number,
                             StrCat("cannot ", doing, " ", path));
}

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path,
                                     std::size_t max_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return FileError(errno, "open", path);
  struct stat info;
  if (::fstat(file.get(), &info) != 0) return FileError(errno, "read", path);
  if (S_ISDIR(info.st_mode)) {
    return absl::InvalidArgumentError(
        StrCat(path, " is a folder, not a file"));
  }
  std::string bytes;
  constexpr std::size_t kBlock = 1 << 16;
  while (bytes.size() <= max_bytes) {
    const std::size_t old_size = bytes.size();
    const std::size_t want = std::min(kBlock, max_bytes + 1 - old_size);
    bytes.resize(old_size + want);
    const ssize_t got = ::read(file.get(), bytes.data() + old_size, want);
    if (got < 0 && errno != EINTR) return FileError(errno, "read", path);
    bytes.resize(old_size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0) return bytes;
  }
  return absl::InvalidArgumentError(StrCat(
      path, " is larger than the limit of ", max_bytes, " bytes"));
}

absl::Status WriteFileAtomically(const std::string& path,
                                 std::string_view bytes) {
  RASHOMON_ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create(path));
  RASHOMON_RETURN_IF_ERROR(file.Append(bytes));
  return file.Commit();
}

}  // namespace rashomon
