#include "tools/report/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>

#include "absl/strings/str_format.h"

namespace rashomon {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool InRange(std::uint32_t c, std::uint32_t from, std::uint32_t to) {
  return c >= from && c <= to;
}

bool IsBidiControl(std::uint32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F ||
         InRange(c, 0x202A, 0x202E) || InRange(c, 0x2066, 0x2069);
}

}  // namespace

CodePoint NextCodePoint(std::string_view text, std::size_t* at) {
  const std::size_t begin = *at;
  // Four bytes hold any code point, and keep ICU's int offsets small.
  const std::string_view window = text.substr(begin, 4);
  UChar32 value = 0;
  int i = 0;
  const int size = static_cast<int>(window.size());
  U8_NEXT(window.data(), i, size, value);
  *at = begin + static_cast<std::size_t>(i);
  CodePoint c;
  c.bytes = text.substr(begin, static_cast<std::size_t>(i));
  c.valid = value >= 0;
  c.value = c.valid ? static_cast<std::uint32_t>(value) : 0xFFFD;
  return c;
}

std::string ValidUtf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = NextCodePoint(text, &at);
    valid += c.valid ? c.bytes : kReplacement;
  }
  return valid;
}

bool IsTerminalControl(std::uint32_t c) {
  if (c == '\t' || c == '\n' || c == '\r') return false;
  return c < 0x20 || InRange(c, 0x7F, 0x9F);
}

bool IsHiddenControl(std::uint32_t c) {
  return IsTerminalControl(c) || IsBidiControl(c) ||
         InRange(c, 0x2028, 0x2029) || InRange(c, 0xFFF9, 0xFFFB) ||
         InRange(c, 0xE0000, 0xE007F);
}

std::string ControlName(std::uint32_t code_point) {
  return absl::StrFormat("U+%04X", code_point);
}

std::size_t FloorBoundary(std::string_view text, std::size_t size) {
  std::size_t end = std::min(size, text.size());
  while (end > 0 && end < text.size() &&
         (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    --end;
  }
  return end;
}

}  // namespace rashomon
