#include "engine/base/stable_hash.h"

#include <iterator>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace rashomon {

StableHash& StableHash::Add(std::string_view part) {
  // Eight little-endian bytes of length, whatever the machine.
  char length[8];
  for (int i = 0; i < 8; ++i) {
    length[i] =
        static_cast<char>(static_cast<std::uint64_t>(part.size()) >> (8 * i));
  }
  buffer_.insert(buffer_.end(), std::begin(length), std::end(length));
  buffer_.insert(buffer_.end(), part.begin(), part.end());
  return *this;
}

std::uint64_t StableHash::Value() const {
  return XXH3_64bits(buffer_.data(), buffer_.size());
}

std::string StableHash::Hex() const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const std::uint64_t value = Value();
  std::string hex(16, '0');
  for (int i = 0; i < 16; ++i) {
    hex[static_cast<std::size_t>(i)] = kDigits[value >> (60 - 4 * i) & 15];
  }
  return hex;
}

}  // namespace rashomon
