#include "engine/base/stable_hash.h"

#include <cstddef>
#include <cstdint>
#include <string>

#include "gtest/gtest.h"
#include "xxhash.h"

namespace rashomon {
namespace {

TEST(StableHashTest, PartsDoNotRunTogether) {
  EXPECT_NE(StableHash().Add("ab").Add("c").Value(),
            StableHash().Add("a").Add("bc").Value());
  EXPECT_NE(StableHash().Add("").Add("a").Value(),
            StableHash().Add("a").Value());
}

// Cases keep fingerprints for years: this value must never change.
TEST(StableHashTest, ValueIsPinned) {
  EXPECT_EQ(StableHash().Add("quantity").Add("16 and 16").Hex(),
            "62e23f9c31a94886");
}

// What does not fit the first 240 bytes is hashed as the rest is.
TEST(StableHashTest, LongPartsAreHashedLikeShortOnes) {
  for (const std::size_t size : {100, 115, 116, 117, 200, 240, 1000}) {
    const std::string text(size, 'x');
    const std::uint64_t value = StableHash().Add(text).Add(text).Value();
    std::string bytes;
    for (int i = 0; i < 2; ++i) {
      bytes += static_cast<char>(size & 255);
      bytes += static_cast<char>(size >> 8);
      bytes += std::string(6, '\0') + text;
    }
    EXPECT_EQ(value, XXH3_64bits(bytes.data(), bytes.size())) << size;
  }
}

}  // namespace
}  // namespace rashomon
