#include "engine/base/suffix.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

TEST(SuffixTest, ComparesTheLastBytes) {
  EXPECT_TRUE(EndsWith("sanctions", "s"));
  EXPECT_TRUE(EndsWith("задержан", "ан"));
  EXPECT_TRUE(EndsWith("s", ""));
  EXPECT_FALSE(EndsWith("s", "ss"));
  EXPECT_FALSE(EndsWith("sanction", "s"));
}

TEST(SuffixTest, OneOfManyIsEnough) {
  constexpr std::array<std::string_view, 2> kEnds = {"ed", "ing"};
  EXPECT_TRUE(EndsWithOneOf("saying", kEnds));
  EXPECT_FALSE(EndsWithOneOf("says", kEnds));
}

}  // namespace
}  // namespace rashomon
