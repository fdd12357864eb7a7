#include "engine/text/byte_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace rashomon {
namespace {

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool IsPrintable(char c) {
  return static_cast<unsigned char>(c) < 0x80 && c >= ' ';
}
bool IsPlain(char c) {
  return static_cast<unsigned char>(c) < 0x80 && c != '\n' && c != '"';
}

template <typename Goes>
std::size_t LoopEnd(std::string_view text, std::size_t at, Goes goes) {
  while (at < text.size() && goes(text[at])) ++at;
  return at;
}

// At every byte of the text.
void ExpectAsLoop(const std::string& text) {
  for (std::size_t at = 0; at <= text.size(); ++at) {
    ASSERT_EQ(AsciiLettersEnd(text, at), LoopEnd(text, at, IsLetter)) << at;
    ASSERT_EQ(AsciiPrintableEnd(text, at), LoopEnd(text, at, IsPrintable));
    const std::size_t plain = AsciiWithoutEnd<'\n', '"'>(text, at);
    ASSERT_EQ(plain, LoopEnd(text, at, IsPlain)) << at;
  }
}

TEST(ByteRunTest, HasBytesAsALoopOverThem) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 30, ' ');
    for (char& c : text) {
      c = random() % 8 != 0 ? 'a' : static_cast<char>(random() % 256);
    }
    const auto has = [&](auto is) {
      return std::any_of(text.begin(), text.end(), is);
    };
    ASSERT_EQ(HasAsciiDigit(text),
              has([](char c) { return c >= '0' && c <= '9'; }));
    ASSERT_EQ((HasByteOf<'-', '\xE2'>(text)),
              has([](char c) { return c == '-' || c == '\xE2'; }));
  }
}

TEST(ByteRunTest, EveryByteEndsARunOrGoesOnWherever) {
  for (int c = 0; c < 256; ++c) {
    for (const std::size_t at : {0, 3, 7, 8, 15, 16}) {
      std::string text(17, 'x');
      text[at] = static_cast<char>(c);
      ExpectAsLoop(text);
    }
  }
}

TEST(ByteRunTest, RandomBytesAreAsInALoop) {
  std::mt19937 random(7);
  for (int round = 0; round < 2'000; ++round) {
    std::string text(random() % 40, ' ');
    // Mostly letters, so that runs are long.
    for (char& c : text) {
      c = static_cast<char>(random() % 4 ? 'A' + random() % 58
                                         : random() % 256);
    }
    ExpectAsLoop(text);
  }
}

TEST(ByteRunTest, AnEmptyTextEndsAtOnce) {
  EXPECT_EQ(AsciiLettersEnd("", 0), 0u);
  EXPECT_EQ(AsciiPrintableEnd("", 0), 0u);
  EXPECT_EQ(AsciiWithoutEnd<'\n'>("", 0), 0u);
}

}  // namespace
}  // namespace rashomon
