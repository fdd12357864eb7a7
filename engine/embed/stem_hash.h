// A hash of a stem that is the same on every machine, without allocation: it
// chooses the columns of the random projection.
#ifndef RASHOMON_ENGINE_EMBED_STEM_HASH_H_
#define RASHOMON_ENGINE_EMBED_STEM_HASH_H_

#include <cstdint>
#include <string_view>

namespace rashomon {

// FNV-1a (Fowler, Noll, Vo 1991) over the bytes, then the finaliser of
// splitmix64 (Steele, Lea, Flood 2014), which spreads the last bytes over all
// bits.
inline std::uint64_t StemHash(std::string_view stem) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : stem) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  }
  hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9u;
  hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBu;
  return hash ^ (hash >> 31);
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_EMBED_STEM_HASH_H_
