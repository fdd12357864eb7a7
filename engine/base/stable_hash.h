// A hash that is the same on every machine and in every release: for ids,
// fingerprints and anchors that are kept in files. Not cryptographic.
//
//   StableHash h;
//   h.Add("quantity").Add("16 and 16").Add("more than 30");
//   std::string fingerprint = h.Hex();   // 16 hexadecimal digits
//
// Parts are length-prefixed, so {"ab","c"} and {"a","bc"} differ. The method
// is XXH3, 64 bits (Yann Collet, 2019), from libxxhash.
#ifndef RASHOMON_ENGINE_BASE_STABLE_HASH_H_
#define RASHOMON_ENGINE_BASE_STABLE_HASH_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/container/inlined_vector.h"

namespace rashomon {

class StableHash {
 public:
  StableHash& Add(std::string_view part);

  std::uint64_t Value() const;
  // 16 lower-case hexadecimal digits.
  std::string Hex() const;

 private:
  absl::InlinedVector<char, 240> buffer_;  // most hashes need no more
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_STABLE_HASH_H_
