// The layout of a word-vector file, for its reader (word_vectors.h) and its
// writer (word_vectors_writer.h). Little-endian; sections follow each other in
// this order, each at a multiple of 64 bytes, the gaps zero:
//
//   header            WordVectorsHeader
//   block checksums   u64, one for each 64 KB of what follows them
//   row scales        f32[rows]       vector = values x scale, of unit length
//   row weights       f32[rows]       what the word counts for in a sentence
//   key ends          u32[rows]       end of the key in the keys; top bit: name
//   slots             u32[slots]      hash table: 8 bits of tag, 24 of row + 1
//   n-gram hashes     u32[grams]      rising
//   n-gram scales     f32[grams]
//   n-gram values     i8[grams x rank]
//   basis             f32[rank x d]   from n-gram coordinates to vectors
//   keys              bytes, one after the other
//   row values        i8[rows x d]
//
// Checksums are XXH3, 64 bits. The header's own covers the rest of the header
// and the block checksums.
#ifndef RASHOMON_ENGINE_EMBED_WORD_VECTORS_FORMAT_H_
#define RASHOMON_ENGINE_EMBED_WORD_VECTORS_FORMAT_H_

#include <xxhash.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rashomon::word_vectors_format {

static_assert(std::endian::native == std::endian::little,
              "word-vector files are mapped as they are");

inline constexpr char kMagic[8] = {'R', 'A', 'S', 'H', 'V', 'E', 'C', '\n'};
inline constexpr std::uint32_t kVersion = 1;
inline constexpr std::size_t kBlockBytes = 64 * 1024;
inline constexpr std::size_t kAlignment = 64;
inline constexpr std::uint32_t kNameBit = 0x80000000u;

// Limits that make every size below fit 64 bits without overflow.
inline constexpr std::uint32_t kMaxDimensions = 4096;
inline constexpr std::uint32_t kMaxRows = (1u << 24) - 2;
inline constexpr std::uint32_t kMaxSlots = 1u << 26;
inline constexpr std::uint32_t kMaxGrams = 1u << 24;
inline constexpr std::uint32_t kMaxKeyBytes = 1u << 30;

struct WordVectorsHeader {
  char magic[8];
  std::uint64_t header_checksum;  // of everything from `version` to the blocks
  std::uint32_t version;
  std::uint32_t key_form;  // 0: stems, 1: normal forms
  std::uint64_t file_bytes;
  std::uint32_t dimensions;
  std::uint32_t rows;
  std::uint32_t slots;  // a power of two, more than rows
  std::uint32_t key_bytes;
  std::uint32_t grams;
  std::uint32_t rank;
  float unseen_weight;
  std::uint32_t reserved;
};
static_assert(sizeof(WordVectorsHeader) == 64);

// Where each section begins, and the whole size. Computed from the counts.
struct Sections {
  std::uint64_t checksums = 0;
  std::uint64_t scales = 0;
  std::uint64_t weights = 0;
  std::uint64_t key_ends = 0;
  std::uint64_t slots = 0;
  std::uint64_t gram_hashes = 0;
  std::uint64_t gram_scales = 0;
  std::uint64_t gram_values = 0;
  std::uint64_t basis = 0;
  std::uint64_t keys = 0;
  std::uint64_t values = 0;
  std::uint64_t end = 0;
  std::uint64_t blocks = 0;  // number of block checksums
};

constexpr std::uint64_t Aligned(std::uint64_t at) {
  return (at + kAlignment - 1) / kAlignment * kAlignment;
}

// The header's counts are within the limits above.
constexpr Sections SectionsOf(const WordVectorsHeader& h) {
  const std::uint64_t rows = h.rows;
  const std::uint64_t grams = h.grams;
  std::uint64_t at = 0;  // from the end of the block checksums
  const auto take = [&at](std::uint64_t bytes) {
    const std::uint64_t begin = at;
    at = Aligned(at + bytes);
    return begin;
  };
  Sections s;
  s.scales = take(4 * rows);
  s.weights = take(4 * rows);
  s.key_ends = take(4 * rows);
  s.slots = take(4 * std::uint64_t{h.slots});
  s.gram_hashes = take(4 * grams);
  s.gram_scales = take(4 * grams);
  s.gram_values = take(grams * h.rank);
  s.basis = take(4 * std::uint64_t{h.rank} * h.dimensions);
  s.keys = take(h.key_bytes);
  s.values = take(rows * h.dimensions);
  s.end = at;
  s.blocks = (at + kBlockBytes - 1) / kBlockBytes;
  s.checksums = sizeof(WordVectorsHeader);
  const std::uint64_t body = Aligned(s.checksums + 8 * s.blocks);
  for (std::uint64_t* section :
       {&s.scales, &s.weights, &s.key_ends, &s.slots, &s.gram_hashes,
        &s.gram_scales, &s.gram_values, &s.basis, &s.keys, &s.values,
        &s.end}) {
    *section += body;
  }
  return s;
}

// Of a key in the hash table; names have their own.
inline std::uint64_t KeyHash(std::string_view key, bool name) {
  return XXH3_64bits_withSeed(key.data(), key.size(), name ? 1 : 0);
}
constexpr std::uint32_t SlotTag(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 56) << 24;
}
constexpr std::uint32_t GramHash(std::uint64_t gram) {
  return static_cast<std::uint32_t>(gram >> 32);
}

}  // namespace rashomon::word_vectors_format

#endif  // RASHOMON_ENGINE_EMBED_WORD_VECTORS_FORMAT_H_
