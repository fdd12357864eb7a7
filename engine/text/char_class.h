// What a character is to the splitters of this package.
//
//   IsDashChar(0x2014); SpaceEnd("a  b", 1) == 3
#ifndef RASHOMON_ENGINE_TEXT_CHAR_CLASS_H_
#define RASHOMON_ENGINE_TEXT_CHAR_CLASS_H_

#include <unicode/uchar.h>

#include <cstddef>
#include <string_view>

#include "engine/text/utf8.h"

namespace rashomon {

inline bool IsAsciiDigit(char32_t c) { return c >= '0' && c <= '9'; }

inline bool IsSpaceChar(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D);
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B ||
         c == 0xFEFF;
}

// Past the white space at byte i.
inline std::size_t SpaceEnd(std::string_view text, std::size_t i) {
  while (i < text.size()) {
    const Utf8Char c = CharAt(text, i);
    if (!IsSpaceChar(c.c)) break;
    i = c.end;
  }
  return i;
}

// Ends a line: the paragraph rules decide what that means.
inline bool IsLineBreakChar(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

inline bool IsLetterChar(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return u_isalpha(static_cast<UChar32>(c));
}

inline bool IsLowerChar(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_islower(static_cast<UChar32>(c));
}

inline bool IsUpperChar(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) ||
         u_istitle(static_cast<UChar32>(c));
}

inline bool IsDashChar(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

inline bool IsBulletChar(char32_t c) {
  return c == '*' || c == 0xB7 || c == 0x2022 || c == 0x2023 || c == 0x2043 ||
         c == 0x25AA || c == 0x25CF || c == 0x25A0 || c == 0x25E6 ||
         c == 0x2219;
}

// Quotation marks that point outwards on the left: “ „ « ‹ ‘ ‚.
inline bool IsOpeningQuoteChar(char32_t c) {
  return c == 0x201C || c == 0x201E || c == 0xAB || c == 0x2039 ||
         c == 0x2018 || c == 0x201A;
}

// And on the right: ” » › ’.
inline bool IsClosingQuoteChar(char32_t c) {
  return c == 0x201D || c == 0xBB || c == 0x203A || c == 0x2019;
}

inline bool IsQuoteChar(char32_t c) {
  return c == '"' || c == '\'' || IsOpeningQuoteChar(c) ||
         IsClosingQuoteChar(c) || c == 0x201F || c == 0x201B;
}

// Sentence-ending marks: . ! ? …, and those of other scripts (Unicode's
// Sentence_Terminal property).
inline bool IsTerminatorChar(char32_t c) {
  if (c < 0x80) return c == '.' || c == '!' || c == '?';
  return c == 0x2026 ||
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM);
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_CHAR_CLASS_H_
