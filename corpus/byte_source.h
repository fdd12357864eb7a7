// Bytes from a file, standard input or memory: a look ahead, then either lines
// or all of them.
#ifndef RASHOMON_CORPUS_BYTE_SOURCE_H_
#define RASHOMON_CORPUS_BYTE_SOURCE_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace rashomon {

// Not thread-safe. Errors name the source.
class ByteSource {
 public:
  // A file, or "-" for standard input. NotFound, PermissionDenied, or
  // InvalidArgument for a folder.
  static absl::StatusOr<ByteSource> Open(const std::string& path);
  // `bytes` outlives the source.
  static ByteSource Of(std::string_view bytes, std::string name);

  ByteSource(ByteSource&& other) noexcept;
  ByteSource& operator=(ByteSource&& other) noexcept;
  ~ByteSource();

  const std::string& name() const { return name_; }

  // Up to `size` bytes from the front, without taking them. Fewer only at the
  // end. Valid until the next call.
  absl::StatusOr<std::string_view> Peek(std::size_t size);

  // The next line without its line end, or nothing at the end.
  // InvalidArgument where it is longer than max_bytes. Valid until the next
  // call.
  absl::StatusOr<std::optional<std::string_view>> ReadLine(
      std::size_t max_bytes);

  // All that is left. InvalidArgument where it is more than max_bytes.
  absl::StatusOr<std::string> ReadAll(std::size_t max_bytes);

 private:
  ByteSource() = default;
  // Reads a block into the buffer; false at the end.
  absl::StatusOr<bool> Fill();
  std::string_view Unread() const {
    return std::string_view(buffer_).substr(at_);
  }

  std::string name_;
  int file_ = -1;  // -1 where all bytes are in the buffer
  std::string buffer_;
  std::size_t at_ = 0;  // first unread byte of the buffer
};

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_BYTE_SOURCE_H_
