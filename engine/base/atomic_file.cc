#include "engine/base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

absl::Status FileError(int error_number, std::string_view doing,
                       std::string_view path) {
  return absl::ErrnoToStatus(error_number,
                             StrCat("cannot ", doing, " ", path));
}

bool IsSpecialFile(const std::string& path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) &&
         !S_ISDIR(info.st_mode);
}

// A new file keeps the permissions that the umask gives; mkostemp's 0600
// would make reports unreadable to others.
void GiveUsualPermissions(int fd) {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(fd, 0666 & ~mask);
}

}  // namespace

absl::StatusOr<AtomicFile> AtomicFile::Create(const std::string& path) {
  if (IsSpecialFile(path)) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return FileError(errno, "open", path);
    return AtomicFile(path, "", fd);
  }
  std::string temporary = StrCat(path, ".XXXXXX");
  const int fd = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (fd < 0) return FileError(errno, "create a file beside", path);
  return AtomicFile(path, std::move(temporary), fd);
}

AtomicFile::AtomicFile(std::string path, std::string temporary, int fd)
    : path_(std::move(path)), temporary_(std::move(temporary)), fd_(fd) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, "")),
      fd_(std::exchange(other.fd_, -1)) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(temporary_, other.temporary_);
  std::swap(fd_, other.fd_);
  return *this;
}

AtomicFile::~AtomicFile() {
  Close();
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void AtomicFile::Close() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

absl::Status AtomicFile::Append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return FileError(errno, "write", path_);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return absl::OkStatus();
}

absl::Status AtomicFile::Commit() {
  if (temporary_.empty()) {
    Close();
    return absl::OkStatus();
  }
  GiveUsualPermissions(fd_);
  if (::fsync(fd_) != 0) return FileError(errno, "flush", path_);
  Close();
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) {
    return FileError(errno, "write", path_);
  }
  temporary_.clear();
  return absl::OkStatus();
}

}  // namespace rashomon
