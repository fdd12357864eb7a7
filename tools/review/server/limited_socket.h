// A connection whose requests are bounded in size and time. Internal to
// tools/review/server.
//
//   LimitedSocket socket(fd, limits, stop_fd);
//   while (socket.WaitForRequest()) { socket.Read(...); socket.Write(...); }
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_LIMITED_SOCKET_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_LIMITED_SOCKET_H_

#include <sys/types.h>

#include <array>
#include <chrono>
#include <cstddef>

namespace rashomon {

struct SocketLimits {
  std::size_t max_head_bytes = 0;
  std::size_t max_body_bytes = 0;
  std::chrono::milliseconds read_time{};
  std::chrono::milliseconds write_time{};
  std::chrono::milliseconds idle_time{};
};

// Not thread-safe. Does not own the descriptors.
class LimitedSocket {
 public:
  // `stop_fd` becomes readable when the server stops.
  LimitedSocket(int fd, const SocketLimits& limits, int stop_fd)
      : fd_(fd), stop_fd_(stop_fd), limits_(limits) {}

  // Waits for the first byte of the next request, and starts its clock and its
  // counts. False after the idle time, and when the server stops.
  bool WaitForRequest();

  // As read(2) and write(2): -1 on error, and where a limit is passed.
  ssize_t Read(char* to, std::size_t size);
  ssize_t Write(const char* from, std::size_t size);

  bool HasTimeToRead() const;
  bool HasTimeToWrite() const;
  int fd() const { return fd_; }

 private:
  using Clock = std::chrono::steady_clock;

  bool Fill();
  bool Count(char byte);

  int fd_;
  int stop_fd_;
  SocketLimits limits_;
  Clock::time_point read_until_;
  Clock::time_point write_until_;
  bool writing_ = false;
  bool in_head_ = true;
  int line_ends_ = 0;  // '\n' in a row, '\r' apart: two end the head
  std::size_t head_bytes_ = 0;
  std::size_t body_bytes_ = 0;
  std::array<char, 4096> buffer_;
  std::size_t begin_ = 0;  // of what is buffered and not read yet
  std::size_t end_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_LIMITED_SOCKET_H_
