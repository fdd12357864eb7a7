// Little-endian values out of bytes, with the offset for error messages.
//
//   ByteReader in(bytes, "vectors.bin");
//   std::int32_t dimensions = 0;
//   if (!in.Read(&dimensions)) return in.Error("the file ends here");
#ifndef RASHOMON_ENGINE_EMBED_BYTE_READER_H_
#define RASHOMON_ENGINE_EMBED_BYTE_READER_H_

#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "absl/status/status.h"
#include "engine/base/strings.h"

namespace rashomon {

static_assert(std::endian::native == std::endian::little);

class ByteReader {
 public:
  // Both outlive this.
  ByteReader(std::string_view bytes, std::string_view source)
      : bytes_(bytes), source_(source) {}

  std::size_t offset() const { return at_; }
  std::size_t left() const { return bytes_.size() - at_; }
  void Skip(std::size_t bytes) { at_ += bytes; }  // bytes <= left()

  // False, and nothing read, where too few bytes are left.
  template <typename T>
  bool Read(T* value) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (left() < sizeof(T)) return false;
    std::memcpy(value, bytes_.data() + at_, sizeof(T));
    at_ += sizeof(T);
    return true;
  }

  // The bytes before the next `end`, which is passed; false where none comes
  // within `most` bytes.
  bool ReadUntil(char end, std::size_t most, std::string_view* text) {
    const std::string_view rest = bytes_.substr(at_, most + 1);
    const std::size_t size = rest.find(end);
    if (size == std::string_view::npos) return false;
    *text = rest.substr(0, size);
    at_ += size + 1;
    return true;
  }

  // `count` values, which begin at the next byte, aligned or not.
  template <typename T>
  bool ReadTo(T* values, std::size_t count) {
    if (left() / sizeof(T) < count) return false;
    if (count == 0) return true;  // `values` may be null then
    std::memcpy(values, bytes_.data() + at_, count * sizeof(T));
    at_ += count * sizeof(T);
    return true;
  }

  absl::Status Error(std::string_view problem) const {
    return ErrorAt(at_, problem);
  }
  absl::Status ErrorAt(std::size_t offset, std::string_view problem) const {
    return absl::InvalidArgumentError(
        StrCat(source_, ": byte ", offset, ": ", problem));
  }

 private:
  std::string_view bytes_;
  std::string_view source_;
  std::size_t at_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_BYTE_READER_H_
