#include "tools/review/server/limited_socket.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace rashomon {
namespace {

using Milliseconds = std::chrono::milliseconds;

int Left(std::chrono::steady_clock::time_point until) {
  const auto left = std::chrono::duration_cast<Milliseconds>(
      until - std::chrono::steady_clock::now());
  return static_cast<int>(std::max<Milliseconds::rep>(left.count(), 0));
}

// True where `fd` is ready within `milliseconds`.
bool Ready(int fd, short what, int milliseconds) {
  pollfd waited = {fd, what, 0};
  int ready;
  do {
    ready = ::poll(&waited, 1, milliseconds);
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

}  // namespace

bool LimitedSocket::WaitForRequest() {
  if (begin_ == end_) {
    pollfd waited[] = {{fd_, POLLIN, 0}, {stop_fd_, POLLIN, 0}};
    int ready;
    do {
      ready = ::poll(waited, 2, static_cast<int>(limits_.idle_time.count()));
    } while (ready < 0 && errno == EINTR);
    if (ready <= 0 || waited[1].revents != 0) return false;
  }
  read_until_ = Clock::now() + limits_.read_time;
  writing_ = false;
  in_head_ = true;
  line_ends_ = 0;
  head_bytes_ = 0;
  body_bytes_ = 0;
  return true;
}

bool LimitedSocket::HasTimeToRead() const {
  return begin_ != end_ || Ready(fd_, POLLIN, Left(read_until_));
}

bool LimitedSocket::HasTimeToWrite() const {
  const auto left = writing_ ? Left(write_until_)
                             : static_cast<int>(limits_.write_time.count());
  return Ready(fd_, POLLOUT, left);
}

bool LimitedSocket::Fill() {
  if (!Ready(fd_, POLLIN, Left(read_until_))) return false;
  const ssize_t got = ::recv(fd_, buffer_.data(), buffer_.size(), 0);
  if (got <= 0) return false;
  begin_ = 0;
  end_ = static_cast<std::size_t>(got);
  return true;
}

// False where the byte passes a limit.
bool LimitedSocket::Count(char byte) {
  if (!in_head_) return ++body_bytes_ <= limits_.max_body_bytes;
  if (byte == '\n') {
    in_head_ = ++line_ends_ < 2;
  } else if (byte != '\r') {
    line_ends_ = 0;
  }
  return ++head_bytes_ <= limits_.max_head_bytes;
}

ssize_t LimitedSocket::Read(char* to, std::size_t size) {
  if (begin_ == end_ && !Fill()) return -1;
  const std::size_t count = std::min(size, end_ - begin_);
  for (std::size_t i = 0; i < count; ++i) {
    if (!Count(buffer_[begin_ + i])) return -1;
  }
  std::memcpy(to, buffer_.data() + begin_, count);
  begin_ += count;
  return static_cast<ssize_t>(count);
}

ssize_t LimitedSocket::Write(const char* from, std::size_t size) {
  if (!writing_) {
    writing_ = true;
    write_until_ = Clock::now() + limits_.write_time;
  }
  while (true) {
    const ssize_t sent =
        ::send(fd_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) return sent;
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return -1;
    if (!Ready(fd_, POLLOUT, Left(write_until_))) return -1;
  }
}

}  // namespace rashomon
