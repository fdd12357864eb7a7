// Which alphabet a word is written in, told by its first letter.
#ifndef RASHOMON_ENGINE_TEXT_SCRIPT_H_
#define RASHOMON_ENGINE_TEXT_SCRIPT_H_

#include <string_view>

namespace rashomon {

// U+0400 to U+04FF. False for the empty word.
inline bool IsCyrillic(std::string_view utf8) {
  if (utf8.empty()) return false;
  const auto lead = static_cast<unsigned char>(utf8[0]);
  return lead >= 0xD0 && lead <= 0xD3;
}

// a to z: of normal forms.
inline bool IsLatin(std::string_view utf8) {
  return !utf8.empty() && utf8[0] >= 'a' && utf8[0] <= 'z';
}

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_SCRIPT_H_
