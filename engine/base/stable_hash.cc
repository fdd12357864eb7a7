#include "engine/base/stable_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "absl/strings/str_format.h"

namespace rashomon {

StableHash& StableHash::Add(std::string_view part) {
  // Eight little-endian bytes of length, whatever the machine.
  for (int shift = 0; shift < 64; shift += 8) {
    buffer_.push_back(
        static_cast<char>(static_cast<std::uint64_t>(part.size()) >> shift));
  }
  buffer_.append(part);
  return *this;
}

std::uint64_t StableHash::Value() const {
  return XXH3_64bits(buffer_.data(), buffer_.size());
}

std::string StableHash::Hex() const {
  return absl::StrFormat("%016x", Value());
}

}  // namespace rashomon
