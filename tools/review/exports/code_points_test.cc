#include "tools/review/exports/code_points.h"

#include <gtest/gtest.h>

#include <string>

namespace rashomon {
namespace {

TEST(CodePointMapTest, CountsCodePointsNotBytesOrCodeUnits) {
  const CodePointMap map("a“may”🛳️x");
  EXPECT_EQ(map.At(0), 0u);
  EXPECT_EQ(map.At(1), 1u);
  EXPECT_EQ(map.At(4), 2u);    // behind the quote of three bytes
  EXPECT_EQ(map.At(10), 6u);   // behind the closing one
  EXPECT_EQ(map.At(14), 7u);   // a ship is one, of four bytes
  EXPECT_EQ(map.At(17), 8u);   // its variation selector is another
  EXPECT_EQ(map.At(999), 9u);
}

TEST(CodePointMapTest, AgreesWithCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += i % 3 == 0 ? "паром" : "ab 渡轮 ";
  const CodePointMap map(text);
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((text[at] & 0xC0) == 0x80) continue;
    ASSERT_EQ(map.At(at), count) << at;
    ++count;
  }
  EXPECT_EQ(map.At(text.size()), count);
  EXPECT_EQ(CodePointMap("").At(0), 0u);
}

}  // namespace
}  // namespace rashomon
