#include "engine/base/stable_hash.h"

#include "gtest/gtest.h"

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

}  // namespace
}  // namespace rashomon
