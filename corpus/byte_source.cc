#include "corpus/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

constexpr std::size_t kBlockBytes = 1 << 18;

absl::Status TooLarge(std::string_view name, std::string_view what,
                      std::size_t max_bytes) {
  return absl::InvalidArgumentError(StrCat(
      name, ": ", what, " is larger than the limit of ", max_bytes, " bytes"));
}

}  // namespace

absl::StatusOr<ByteSource> ByteSource::Open(const std::string& path) {
  ByteSource source;
  source.name_ = path;
  source.file_ = path == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                             : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (source.file_ < 0 || ::fstat(source.file_, &info) != 0) {
    return absl::ErrnoToStatus(errno, StrCat("cannot open ", path));
  }
  if (S_ISDIR(info.st_mode)) {
    return absl::InvalidArgumentError(StrCat(path, " is a folder"));
  }
  return source;
}

ByteSource ByteSource::Of(std::string_view bytes, std::string name) {
  ByteSource source;
  source.name_ = std::move(name);
  source.buffer_ = std::string(bytes);
  return source;
}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : name_(std::move(other.name_)),
      file_(std::exchange(other.file_, -1)),
      buffer_(std::move(other.buffer_)),
      at_(std::exchange(other.at_, 0)) {}

ByteSource& ByteSource::operator=(ByteSource&& other) noexcept {
  std::swap(name_, other.name_);
  std::swap(file_, other.file_);
  std::swap(buffer_, other.buffer_);
  std::swap(at_, other.at_);
  return *this;
}

ByteSource::~ByteSource() {
  if (file_ >= 0) ::close(file_);
}

absl::StatusOr<bool> ByteSource::Fill() {
  if (file_ < 0) return false;
  if (at_ > kBlockBytes) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t old_size = buffer_.size();
  buffer_.resize(old_size + kBlockBytes);
  ssize_t got;
  do {
    got = ::read(file_, buffer_.data() + old_size, kBlockBytes);
  } while (got < 0 && errno == EINTR);
  const int error = errno;
  buffer_.resize(old_size + static_cast<std::size_t>(got > 0 ? got : 0));
  if (got < 0) return absl::ErrnoToStatus(error, StrCat("cannot read ", name_));
  return got > 0;
}

absl::StatusOr<std::string_view> ByteSource::Peek(std::size_t size) {
  while (Unread().size() < size) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, Fill());
    if (!more) break;
  }
  return Unread().substr(0, size);
}

absl::StatusOr<std::optional<std::string_view>> ByteSource::ReadLine(
    std::size_t max_bytes) {
  std::size_t searched = 0;
  while (true) {
    const std::size_t end = Unread().find('\n', searched);
    if (end != std::string_view::npos && end <= max_bytes) {
      std::string_view line = Unread().substr(0, end);
      at_ += end + 1;
      if (line.ends_with('\r')) line.remove_suffix(1);
      return line;
    }
    if (end != std::string_view::npos || Unread().size() > max_bytes) {
      return TooLarge(name_, "a line", max_bytes);
    }
    searched = Unread().size();
    RASHOMON_ASSIGN_OR_RETURN(const bool more, Fill());
    if (more) continue;
    if (Unread().empty()) return std::nullopt;
    const std::string_view line = Unread();
    at_ = buffer_.size();
    return line;
  }
}

absl::StatusOr<std::string> ByteSource::ReadAll(std::size_t max_bytes) {
  while (Unread().size() <= max_bytes) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, Fill());
    if (!more) {
      std::string all(Unread());
      at_ = buffer_.size();
      return all;
    }
  }
  return TooLarge(name_, "it", max_bytes);
}

}  // namespace rashomon
