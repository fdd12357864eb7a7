#include "engine/text/list_marker.h"

#include "engine/text/char_class.h"
#include "engine/text/utf8.h"

namespace rashomon {
namespace {

// Items are counted in at most so many figures.
constexpr std::size_t kMaxFigures = 3;

ListMarker WithSuffix(std::string_view paragraph, ListMarker m, std::size_t i) {
  if (i < paragraph.size() && paragraph[i] == '.') {
    m.suffix |= 1;
    ++i;
  }
  if (i < paragraph.size() && paragraph[i] == ')') {
    m.suffix |= 2;
    ++i;
  }
  // "A. Smith" is a name, "(5" and "5" are no markers.
  if (m.suffix == 0 || (m.letter && m.upper && m.suffix == 1)) return {};
  if (m.prefix == '(' && m.suffix != 2) return {};
  const std::size_t next = SpaceEnd(paragraph, i);
  if (next == i || next >= paragraph.size()) return {};
  // An item begins with a capital; "5. of" and "1) 2) 3)" are no lists.
  if (!IsUpperChar(CharAt(paragraph, next).c)) return {};
  m.end = i;
  return m;
}

}  // namespace

ListMarker ListMarkerAt(std::string_view paragraph, std::size_t i) {
  ListMarker m;
  const Utf8Char first = CharAt(paragraph, i);
  if (first.c == '(' || first.c == 0x2043 || first.c == 0x2022) {
    m.prefix = first.c;
    i = first.end;
  }
  const std::size_t begin = i;
  while (i < paragraph.size() && IsAsciiDigit(paragraph[i]) &&
         i - begin < kMaxFigures) {
    m.ordinal = m.ordinal * 10 + (paragraph[i++] - '0');
  }
  if (i == begin) {
    const Utf8Char c = CharAt(paragraph, i);
    if (c.c >= 0x80 || !IsLetterChar(c.c)) return {};
    m.letter = true;
    m.upper = IsUpperChar(c.c);
    m.ordinal = static_cast<int>(c.c | 0x20) - 'a' + 1;
    i = c.end;
  }
  return WithSuffix(paragraph, m, i);
}

}  // namespace rashomon
