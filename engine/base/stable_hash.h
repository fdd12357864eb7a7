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

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rashomon {

class StableHash {
 public:
  StableHash& Add(std::string_view part);

  std::uint64_t Value() const;
  // 16 lower-case hexadecimal digits.
  std::string Hex() const;

 private:
  void Append(std::string_view bytes);
  std::string_view Bytes() const {
    return long_.empty() ? std::string_view(short_.data(), size_) : long_;
  }

  std::array<char, 240> short_{};  // most hashes need no more
  std::size_t size_ = 0;           // of what is in `short_`
  std::string long_;               // all of it, where it is more
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_BASE_STABLE_HASH_H_
