// UTF-8 made safe to show: what is no text becomes visible text.
//
//   ValidUtf8("a\xff") == "a\uFFFD";
//   std::size_t at = 0;
//   while (at < text.size()) {
//     CodePoint c = NextCodePoint(text, &at);
//     if (IsHiddenControl(c.value)) Show(ControlName(c.value));  // "U+202E"
//   }
//
// Thread-safe; linear.
#ifndef RASHOMON_TOOLS_REPORT_UTF8_H_
#define RASHOMON_TOOLS_REPORT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rashomon {

struct CodePoint {
  std::uint32_t value = 0;  // U+FFFD for bytes that are not UTF-8
  std::string_view bytes;   // as they stand in the text
  bool valid = true;
};

// The code point at *at, which moves behind it. *at < text.size().
CodePoint NextCodePoint(std::string_view text, std::size_t* at);

// `text` with every ill-formed sequence replaced by U+FFFD.
std::string ValidUtf8(std::string_view text);

// True for C0 and C1 controls but for tab, line feed and carriage return: what
// a terminal may obey.
bool IsTerminalControl(std::uint32_t code_point);

// True for what acts without being seen: terminal controls, bidi embeddings,
// overrides, isolates and marks, line and paragraph separators, interlinear
// and tag characters. The joiners
// that scripts and emoji need are not among them.
bool IsHiddenControl(std::uint32_t code_point);

// "U+202E".
std::string ControlName(std::uint32_t code_point);

// The end of `text` cut to at most `size` bytes, moved back to a character
// boundary.
std::size_t FloorBoundary(std::string_view text, std::size_t size);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_UTF8_H_
