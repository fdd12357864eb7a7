#include "tools/report/utf8.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

TEST(Utf8Test, TextStaysAndStrayBytesAreReplaced) {
  EXPECT_EQ(ValidUtf8("Привет 會談"), "Привет 會談");
  EXPECT_EQ(ValidUtf8("a\xff"), "a\uFFFD");
  EXPECT_EQ(ValidUtf8("\xe2\x82"), "\uFFFD");          // cut short
  EXPECT_EQ(ValidUtf8("\xc0\xaf").find('/'), std::string::npos);  // overlong
  EXPECT_EQ(ValidUtf8("\xed\xa0\x80").find('\xed'), std::string::npos);
}

TEST(Utf8Test, CodePointsComeOneByOneWithTheirBytes) {
  const std::string_view text = "aё€";
  std::size_t at = 0;
  EXPECT_EQ(NextCodePoint(text, &at).value, 0x61u);
  EXPECT_EQ(NextCodePoint(text, &at).bytes, "ё");
  EXPECT_EQ(NextCodePoint(text, &at).value, 0x20ACu);
  EXPECT_EQ(at, text.size());
}

TEST(Utf8Test, ControlsThatActUnseenAreHidden) {
  for (const std::uint32_t c :
       {0x00u, 0x07u, 0x1Bu, 0x7Fu, 0x9Bu, 0x061Cu, 0x200Eu, 0x202Eu, 0x2028u,
        0x2066u, 0x2069u, 0xFFF9u, 0xE0041u}) {
    EXPECT_TRUE(IsHiddenControl(c)) << ControlName(c);
  }
}

TEST(Utf8Test, OrdinaryCharactersAreNotHidden) {
  for (const std::uint32_t c :
       {0x09u, 0x0Au, 0x20u, 0x41u, 0xA0u, 0x0301u, 0x200Du, 0x4E2Du,
        0x1F469u}) {
    EXPECT_FALSE(IsHiddenControl(c)) << ControlName(c);
  }
}

TEST(Utf8Test, ControlNamesHaveAtLeastFourDigits) {
  EXPECT_EQ(ControlName(0x1B), "U+001B");
  EXPECT_EQ(ControlName(0xE0041), "U+E0041");
}

TEST(Utf8Test, FloorBoundaryNeverCutsACharacter) {
  EXPECT_EQ(FloorBoundary("aё", 2), 1u);
  EXPECT_EQ(FloorBoundary("aё", 3), 3u);
  EXPECT_EQ(FloorBoundary("aё", 99), 3u);
  EXPECT_EQ(FloorBoundary("", 5), 0u);
}

}  // namespace
}  // namespace rashomon
