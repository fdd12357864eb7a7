#include "engine/text/paragraph.h"

#include <algorithm>
#include <array>

#include "engine/text/byte_run.h"
#include "engine/text/char_class.h"
#include "engine/text/utf8.h"

namespace rashomon {
namespace {

// Widths of hard-wrapped text, in characters: typewriter and mail programs use
// 60 to 80, some converters 100 to 120.
constexpr std::size_t kMinWidth = 50;
constexpr std::size_t kMaxWidth = 130;
// A shorter line that ends without a mark is a heading or a list item.
constexpr std::size_t kMinUnfinished = 45;
// Of the lines in a wrapped block so many must be full; the rest end
// paragraphs.
constexpr double kMinFullShare = 0.8;
// An aside that scraping has broken up: its bytes, and the paragraphs it takes.
constexpr std::size_t kBrokenAside = 100;
constexpr std::size_t kBrokenParts = 4;
// Lines are measured up to here: longer ones are never wrapped.
constexpr std::size_t kMeasured = kMaxWidth + 1;

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t width = 0;       // characters, at most kMeasured
  std::size_t first_word = 0;  // characters of its first word
  char32_t first = 0;
  char32_t last = 0;

  bool empty() const { return begin == end; }
};

// Width, first word and ends of a trimmed line.
void Measure(std::string_view text, Line& line) {
  bool in_first_word = true;
  for (std::size_t i = line.begin; i < line.end && line.width < kMeasured;) {
    const Utf8Char c = CharAt(text, i);
    if (IsSpaceChar(c.c)) in_first_word = false;
    if (in_first_word) ++line.first_word;
    ++line.width;
    i = c.end;
  }
  line.first = CharAt(text, line.begin).c;
  line.last = CharBefore(text, line.end).c;
}

Line Trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  Line line;
  while (begin < end) {
    const Utf8Char c = CharAt(text, begin);
    if (!IsSpaceChar(c.c)) break;
    begin = c.end;
  }
  while (end > begin) {
    const Utf8Char c = CharBefore(text.substr(0, end), end);
    if (!IsSpaceChar(c.c)) break;
    end = c.begin;
  }
  line.begin = begin;
  line.end = end;
  return line;
}

// Line feed to return, and the lead bytes of U+0085, U+2028 and U+2029.
bool MayBreakLine(char byte) {
  static constexpr std::array<bool, 256> kMay = [] {
    std::array<bool, 256> may = {};
    for (const int b : {0x0A, 0x0B, 0x0C, 0x0D, 0xC2, 0xE2}) may[b] = true;
    return may;
  }();
  return kMay[static_cast<unsigned char>(byte)];
}

// The first byte from i on that may break a line.
std::size_t MayBreakAt(std::string_view text, std::size_t i) {
  while (i < text.size() && !MayBreakLine(text[i])) {
    // A tab or a byte beyond ASCII is passed by itself.
    i = std::max(AsciiPrintableEnd(text, i), i + 1);
  }
  return i;
}

std::vector<Line> LinesOf(std::string_view text, Span within) {
  std::vector<Line> lines;
  const std::size_t end = std::min(within.end, text.size());
  std::size_t begin = std::min(within.begin, end);
  const std::string_view bounded = text.substr(0, end);
  for (std::size_t i = begin; i <= end;) {
    i = MayBreakAt(bounded, i);
    const Utf8Char c = CharAt(bounded, i);
    if (i == end || IsLineBreakChar(c.c)) {
      lines.push_back(Trimmed(bounded, begin, i));
      if (i == end) break;
      // "\r\n" is one break, not an empty line.
      begin = c.c == '\r' && CharAt(bounded, c.end).c == '\n' ? c.end + 1
                                                              : c.end;
      i = begin;
      continue;
    }
    i = c.end;
  }
  return lines;
}

bool IsFinal(char32_t c) {
  return IsTerminatorChar(c) || c == ':' || c == ';';
}

bool StartsWithBullet(std::string_view text, const Line& line) {
  const Utf8Char first = CharAt(text, line.begin);
  if (!IsBulletChar(first.c) && !IsDashChar(first.c)) return false;
  return IsSpaceChar(CharAt(text, first.end).c);
}

// Lines [begin, end) without an empty one between.
class Block {
 public:
  Block(std::string_view text, const Line* begin, const Line* end)
      : text_(text), begin_(begin), end_(end), wrapped_(IsWrapped()) {}

  // True where the line break after `line` is no more than a space.
  bool JoinsNext(const Line& line) const {
    const Line& next = *(&line + 1);
    if (StartsWithBullet(text_, next)) return false;
    if (next.first == ',' || next.first == ')' || next.first == ']') {
      return true;
    }
    if (wrapped_ && IsFull(line)) return true;
    return line.width >= kMinUnfinished && !IsFinal(line.last) &&
           IsLowerChar(next.first);
  }

 private:
  bool IsFull(const Line& line) const {
    return line.width + 1 + (&line + 1)->first_word > width_;
  }

  bool IsWrapped() {
    if (end_ - begin_ < 3) return false;
    for (const Line* l = begin_; l != end_; ++l) {
      width_ = std::max(width_, l->width);
    }
    if (width_ < kMinWidth || width_ > kMaxWidth) return false;
    const auto breaks = static_cast<double>(end_ - begin_ - 1);
    const auto full = static_cast<double>(
        std::count_if(begin_, end_ - 1,
                      [this](const Line& l) { return IsFull(l); }));
    return full >= kMinFullShare * breaks;
  }

  std::string_view text_;
  const Line* begin_;
  const Line* end_;
  std::size_t width_ = 0;
  bool wrapped_;
};

// True where the last kBrokenAside bytes of the paragraph open a bracket that
// is not closed there.
bool LeavesBracketOpen(std::string_view paragraph) {
  const std::string_view tail = paragraph.substr(
      paragraph.size() - std::min(paragraph.size(), kBrokenAside));
  const std::size_t open = tail.rfind('(');
  return open != std::string_view::npos &&
         tail.find(')', open) == std::string_view::npos;
}

// Makes one of the paragraphs from the one that opens a bracket to `paragraph`,
// which begins by closing it. False where none of the last few does.
bool JoinBrokenAside(std::string_view text, const Span& paragraph,
                     std::vector<Span>& out) {
  for (std::size_t back = 1; back <= kBrokenParts && back <= out.size();
       ++back) {
    Span& earlier = out[out.size() - back];
    if (paragraph.begin - earlier.end > kBrokenAside) return false;
    if (!LeavesBracketOpen(Slice(text, earlier))) continue;
    earlier.end = paragraph.end;
    out.resize(out.size() - back + 1);
    return true;
  }
  return false;
}

void AddParagraph(std::string_view text, const Span& paragraph,
                  std::vector<Span>& out) {
  if (text[paragraph.begin] == ')' && JoinBrokenAside(text, paragraph, out)) {
    return;
  }
  out.push_back(paragraph);
}

}  // namespace

std::vector<Span> SplitParagraphs(std::string_view field_text, Span within) {
  std::vector<Line> lines = LinesOf(field_text, within);
  std::vector<Span> paragraphs;
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].empty()) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < lines.size() && !lines[end].empty()) ++end;
    // A line by itself joins nothing: its width does not matter.
    for (std::size_t k = i; end - i > 1 && k < end; ++k) {
      Measure(field_text, lines[k]);
    }
    const Block block(field_text, lines.data() + i, lines.data() + end);
    std::size_t begin = lines[i].begin;
    for (; i < end; ++i) {
      if (i + 1 < end && block.JoinsNext(lines[i])) continue;
      AddParagraph(field_text, {within.field, begin, lines[i].end},
                   paragraphs);
      if (i + 1 < end) begin = lines[i + 1].begin;
    }
  }
  return paragraphs;
}

}  // namespace rashomon
