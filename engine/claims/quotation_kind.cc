#include "engine/claims/quotation_kind.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace rashomon {
namespace {

// More words than this are an utterance, not a scare quotation.
constexpr std::size_t kMaxScareWords = 3;
// No name or title is longer than this.
constexpr std::size_t kMaxNameBytes = 120;
// Shorter words of a title may be in lower case: "for", "to", "the".
constexpr std::size_t kMinTitleWord = 4;
// How many spaces may stand before a mark.
constexpr std::size_t kMaxSpaces = 4;

bool IsStop(char c) {
  return c == '.' || c == ',' || c == '!' || c == '?' || c == '\n';
}

// The character before the quotation, over spaces; '\n' at the start.
UChar32 CharacterBefore(std::string_view text, std::size_t begin) {
  std::size_t spaces = 0;
  while (begin > 0 && text[begin - 1] == ' ' && spaces < kMaxSpaces) {
    --begin;
    ++spaces;
  }
  if (begin == 0) return '\n';
  // ICU counts with 32 bits: it gets the last character's bytes alone.
  const std::size_t from = begin - std::min<std::size_t>(begin, U8_MAX_LENGTH);
  const auto* bytes =
      reinterpret_cast<const std::uint8_t*>(text.data()) + from;
  auto i = static_cast<std::int32_t>(begin - from);
  UChar32 c = 0;
  U8_PREV_OR_FFFD(bytes, 0, i, c);
  return c;
}

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }

bool FewWords(std::string_view inner) {
  std::size_t spaces = 0;
  for (const char c : inner) {
    if (IsStop(c)) return false;
    spaces += c == ' ';
    if (spaces >= kMaxScareWords) return false;
  }
  return true;
}

// Two or more capitalised words, and no long word that is not.
bool IsEnglishTitle(std::string_view inner) {
  if (inner.size() > kMaxNameBytes || !IsUpper(inner.front())) return false;
  std::size_t capitals = 0, begin = 0;
  for (std::size_t i = 0; i <= inner.size(); ++i) {
    if (i < inner.size() && inner[i] != ' ') {
      if (IsStop(inner[i])) return false;
      continue;
    }
    if (begin < i) {
      capitals += IsUpper(inner[begin]);
      if (IsLower(inner[begin]) && i - begin >= kMinTitleWord) return false;
    }
    begin = i + 1;
  }
  return capitals >= 2;
}

bool IsRussianName(std::string_view inner, UChar32 before) {
  return inner.size() <= kMaxNameBytes && BeginsWithCyrillicCapital(inner) &&
         u_isalnum(before) && !IsStop(inner.back());
}

}  // namespace

bool BeginsWithCyrillicCapital(std::string_view text) {
  if (text.size() < 2 || static_cast<unsigned char>(text[0]) != 0xD0) {
    return false;
  }
  const auto second = static_cast<unsigned char>(text[1]);
  return (second >= 0x90 && second <= 0xAF) || second == 0x81;
}

bool IsNameOrScare(std::string_view text, const Quotation& quotation) {
  const std::string_view inner = Slice(text, quotation.inner);
  if (inner.empty()) return false;
  const UChar32 before = CharacterBefore(text, quotation.outer.begin);
  if (before == '\n' || before == ':' || before == ',') return false;
  if (FewWords(inner)) return true;
  if (IsRussianName(inner, before)) return true;
  // The words of a headline are all capitalised.
  return quotation.inner.field == Field::kText && IsEnglishTitle(inner);
}

}  // namespace rashomon
