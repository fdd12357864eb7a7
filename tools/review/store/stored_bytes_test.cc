#include "tools/review/store/stored_bytes.h"

#include <gtest/gtest.h>

#include <string>

namespace rashomon {
namespace {

TEST(StoredBytesTest, ComesBackAsItWas) {
  std::string noise;
  unsigned state = 1;
  for (int i = 0; i < 9000; ++i) {
    state = state * 1103515245 + 12345;
    noise += static_cast<char>(state >> 16);
  }
  for (const std::string& bytes :
       {std::string(), std::string("short"), std::string(100000, 'a'), noise}) {
    const StoredBytes stored = Store(bytes);
    EXPECT_LE(stored.bytes.size(), bytes.size());
    EXPECT_EQ(*Restore(stored.compression, stored.bytes, bytes.size()), bytes);
  }
}

TEST(StoredBytesTest, LargeTextIsKeptSmall) {
  EXPECT_LT(Store(std::string(100000, 'a')).bytes.size(), 1000u);
}

TEST(StoredBytesTest, DamageIsAnErrorWithoutTakingMemoryForIt) {
  const StoredBytes stored = Store(std::string(100000, 'a'));
  EXPECT_FALSE(Restore("zstd", stored.bytes, 99999).ok());
  EXPECT_FALSE(Restore("zstd", stored.bytes, 100001).ok());
  EXPECT_FALSE(Restore("zstd", "no frame", 8).ok());
  EXPECT_FALSE(Restore("zstd", stored.bytes, std::size_t{1} << 60).ok());
  EXPECT_FALSE(Restore("none", "abc", 4).ok());
}

}  // namespace
}  // namespace rashomon
