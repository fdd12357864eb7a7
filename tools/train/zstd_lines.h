// Lines of a zstd-compressed file, streamed: memory stays at one window and
// one line.
//
//   RASHOMON_ASSIGN_OR_RETURN(ZstdLines lines, ZstdLines::Open(path));
//   std::string line;
//   while (true) {
//     RASHOMON_ASSIGN_OR_RETURN(bool more, lines.Next(&line));
//     if (!more) break;
//     ...
//   }
#ifndef RASHOMON_TOOLS_TRAIN_ZSTD_LINES_H_
#define RASHOMON_TOOLS_TRAIN_ZSTD_LINES_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace rashomon {

// Not thread-safe.
class ZstdLines {
 public:
  // Longer lines are refused: no article is larger.
  static constexpr std::size_t kMaxLineBytes = 64u << 20;

  static absl::StatusOr<ZstdLines> Open(const std::string& path);
  ZstdLines(ZstdLines&&) noexcept;
  ZstdLines& operator=(ZstdLines&&) noexcept;
  ~ZstdLines();

  // Puts the next line, without its line feed, into *line; false at the end of
  // the file. DataLoss where the stream is damaged or cut short; the error
  // names the file.
  absl::StatusOr<bool> Next(std::string* line);

 private:
  class Impl;
  explicit ZstdLines(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_ZSTD_LINES_H_
