#include "engine/base/stable_hash.h"

#include <algorithm>

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
  Append({length, sizeof(length)});
  Append(part);
  return *this;
}

void StableHash::Append(std::string_view bytes) {
  if (long_.empty() && bytes.size() <= short_.size() - size_) {
    std::copy(bytes.begin(), bytes.end(), short_.begin() + size_);
    size_ += bytes.size();
    return;
  }
  if (long_.empty()) long_.assign(short_.data(), size_);
  long_.append(bytes);
}

std::uint64_t StableHash::Value() const {
  const std::string_view bytes = Bytes();
  return XXH3_64bits(bytes.data(), bytes.size());
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
