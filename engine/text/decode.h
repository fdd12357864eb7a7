// Bytes of unknown encoding to UTF-8.
//
//   RASHOMON_ASSIGN_OR_RETURN(DecodedText d, Decode(bytes, "windows-1251"));
//   d.utf8; d.encoding == "windows-1251"; d.encoding_from == "header";
//
// Order of belief: byte order mark, then `declared` (a header or meta tag)
// where the bytes fit it, then valid UTF-8, then ICU's detector. Text that no
// encoding explains, and binary data, are refused.
#ifndef RASHOMON_ENGINE_TEXT_DECODE_H_
#define RASHOMON_ENGINE_TEXT_DECODE_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace rashomon {

struct DecodedText {
  std::string utf8;           // valid UTF-8, no byte order mark
  std::string encoding;       // IANA name, e.g. "UTF-8", "windows-1251"
  std::string encoding_from;  // "bom", "declared", "valid UTF-8", "detected"
};

// InvalidArgument where the bytes are binary data (NUL bytes or many control
// characters outside UTF-16/32) or fit no encoding; the message gives the
// offset of the first bad byte. Thread-safe.
absl::StatusOr<DecodedText> Decode(std::string_view bytes,
                                   std::string_view declared = "");

// The offset of the first byte that is not part of valid UTF-8, or npos.
std::size_t FirstInvalidUtf8(std::string_view bytes);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_DECODE_H_
