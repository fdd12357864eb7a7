#include "engine/claims/quotation_mark.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <optional>
#include <utility>

#include "engine/text/byte_run.h"

namespace rashomon {
namespace {

// Words whose first letters an apostrophe replaces (Huddleston & Pullum 2002,
// ch. 20, section 8.2).
constexpr std::array<std::string_view, 9> kElisions = {
    "tis", "twas", "twere", "em", "n", "til", "cause", "bout", "round"};

std::optional<Shape> ShapeOf(UChar32 c) {
  switch (c) {
    case '"': case 0xFF02: return Shape::kStraight;
    case 0x201C: return Shape::kLeft;
    case 0x201D: return Shape::kRight;
    case 0x201E: return Shape::kLow;
    case 0xAB: return Shape::kAngleLeft;
    case 0xBB: return Shape::kAngleRight;
    case 0x2018: return Shape::kSingleLeft;
    case 0x2019: return Shape::kSingleRight;
    case '\'': return Shape::kSingle;
    default: return std::nullopt;
  }
}

bool IsLetterOrDigit(UChar32 c) { return u_isalnum(c); }

bool LooksLikeSpaceBefore(UChar32 c) {
  return c == 0 || u_isUWhiteSpace(c) || c == '(' || c == '[' || c == '-' ||
         c == 0x2013 || c == 0x2014 || c == '<' || c == '/' || c == '>';
}

bool LooksLikeSpaceAfter(UChar32 c) {
  return c == 0 || u_isUWhiteSpace(c) || c == ')' || c == ']' || c == '.' ||
         c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
         c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2026 || c == '<' ||
         c == '/';
}

bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; }

// Bytes that begin no quotation mark, line or white space but ASCII's, or that
// go on with a character. Marks and spaces begin with C2, E1, E2, E3 and EF.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain = {};
  plain.fill(true);
  for (const unsigned char c : {'\n', '"', '\''}) plain[c] = false;
  for (const int c : {0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) plain[c] = false;
  return plain;
}();

// "90s" or "05" at the front: a year without its century.
bool IsShortYear(std::string_view rest) {
  if (rest.size() < 2 || !IsAsciiDigit(rest[0]) || !IsAsciiDigit(rest[1])) {
    return false;
  }
  return rest.size() == 2 || !IsAsciiDigit(rest[2]);
}

// Whether `rest`, what follows a single mark, begins with an elided word.
bool IsElision(std::string_view rest) {
  if (IsShortYear(rest)) return true;
  for (const std::string_view word : kElisions) {
    if (rest.size() < word.size()) continue;
    std::size_t i = 0;
    while (i < word.size() && Lower(rest[i]) == word[i]) ++i;
    if (i < word.size()) continue;
    if (i == rest.size() || !IsAsciiLetter(rest[i])) return true;
  }
  return false;
}

}  // namespace

std::size_t MarkScanner::PlainEnd(std::size_t i) const {
  while (i < text_.size() && kPlain[static_cast<unsigned char>(text_[i])]) {
    const bool ascii = static_cast<unsigned char>(text_[i]) < 0x80;
    i = ascii ? AsciiWithoutEnd<'\n', '"', '\''>(text_, i) : i + 1;
  }
  return i;
}

std::vector<Mark> MarkScanner::Scan() {
  std::size_t i = 0;
  bool line_empty = true;
  while (i < text_.size()) {
    const auto byte = static_cast<unsigned char>(text_[i]);
    if (kPlain[byte]) {
      line_empty = line_empty && (byte == ' ' || (byte >= 9 && byte <= 13));
      ++i;
      if (!line_empty) i = PlainEnd(i);
      continue;
    }
    const std::size_t begin = i;
    const UChar32 c = Next(&i);
    if (c == '\n') {
      ends_.push_back(begin);
      ++paragraph_;
      line_empty = true;
    } else if (const std::optional<Shape> shape = ShapeOf(c)) {
      AddMark(*shape, begin, i, Before(begin), line_empty);
    }
    if (!u_isUWhiteSpace(c)) line_empty = false;
  }
  ends_.push_back(text_.size());
  return std::move(marks_);
}

UChar32 MarkScanner::Next(std::size_t* i) const {
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
  U8_NEXT_OR_FFFD(bytes, *i, text_.size(), c);
  return c;
}

UChar32 MarkScanner::Before(std::size_t i) const {
  if (i == 0) return 0;
  const std::size_t from = i >= 4 ? i - 4 : 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data()) + from;
  auto n = static_cast<std::int32_t>(i - from);
  UChar32 c = 0;
  U8_PREV_OR_FFFD(bytes, 0, n, c);
  return c;
}

void MarkScanner::AddMark(Shape shape, std::size_t begin, std::size_t end,
                          UChar32 before, bool line_empty) {
  UChar32 after = 0;
  if (end < text_.size()) {
    std::size_t j = end;
    after = Next(&j);
  }
  Mark mark;
  mark.begin = begin;
  mark.end = end;
  mark.shape = shape;
  mark.paragraph = paragraph_;
  // A mark beside another mark looks through it: ("‘ and ’").
  const bool mark_before = begin > 0 && ShapeOf(before).has_value();
  const bool mark_after = ShapeOf(after).has_value();
  mark.letter_before = IsLetterOrDigit(before);
  mark.letter_after = IsLetterOrDigit(after);
  mark.space_before =
      LooksLikeSpaceBefore(begin == 0 ? 0 : before) ||
      (mark_before && !marks_.empty() && marks_.back().space_before);
  mark.space_after = LooksLikeSpaceAfter(after) || mark_after;
  mark.starts_paragraph = line_empty;
  if (IsSingle(shape)) {
    const std::string_view rest = text_.substr(end);
    mark.elision = IsElision(rest) ||
                   (!marks_.empty() && marks_.back().elision &&
                    marks_.back().end + 1 == begin);  // the second of 'n'
    mark.after_plural = (before == 's' || before == 'S') && rest.size() > 1 &&
                        rest[0] == ' ' && IsAsciiLetter(rest[1]);
  }
  if (!JoinToPair(mark)) marks_.push_back(mark);
}

// Two single marks are a double one: ''so''.
bool MarkScanner::JoinToPair(const Mark& mark) {
  if (mark.shape != Shape::kSingle || marks_.empty() ||
      marks_.back().shape != Shape::kSingle ||
      marks_.back().end != mark.begin) {
    return false;
  }
  Mark& pair = marks_.back();
  pair.shape = Shape::kStraight;
  pair.end = mark.end;
  pair.letter_after = mark.letter_after;
  pair.space_after = mark.space_after;
  pair.elision = pair.after_plural = false;
  return true;
}

}  // namespace rashomon
