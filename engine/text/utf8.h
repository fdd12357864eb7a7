// Stepping over UTF-8 one character at a time. Bytes that are not UTF-8 read
// as U+FFFD, one at a time, so that a walk always ends.
//
//   for (std::size_t i = 0; i < text.size();) {
//     const Utf8Char c = CharAt(text, i);
//     i = c.end;
//   }
#ifndef RASHOMON_ENGINE_TEXT_UTF8_H_
#define RASHOMON_ENGINE_TEXT_UTF8_H_

#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rashomon {

struct Utf8Char {
  char32_t c = 0;  // 0 beyond the text
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The character that begins at byte i; {0, size, size} at the end.
inline Utf8Char CharAt(std::string_view text, std::size_t i) {
  if (i >= text.size()) return {0, text.size(), text.size()};
  const auto first = static_cast<unsigned char>(text[i]);
  if (first < 0x80) return {first, i, i + 1};
  const auto rest =
      static_cast<std::int32_t>(std::min<std::size_t>(text.size() - i, 4));
  std::int32_t n = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(text.data() + i, n, rest, c);
  return {static_cast<char32_t>(c), i, i + static_cast<std::size_t>(n)};
}

// The character that ends before byte i; {0, 0, 0} at the start.
inline Utf8Char CharBefore(std::string_view text, std::size_t i) {
  if (i == 0) return {};
  const auto last = static_cast<unsigned char>(text[i - 1]);
  if (last < 0x80) return {last, i - 1, i};
  const std::size_t from = i >= 4 ? i - 4 : 0;
  auto n = static_cast<std::int32_t>(i - from);
  UChar32 c = 0;
  U8_PREV_OR_FFFD(text.data() + from, 0, n, c);
  return {static_cast<char32_t>(c), from + static_cast<std::size_t>(n), i};
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_UTF8_H_
