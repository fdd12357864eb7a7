// The lines of a text, as byte ranges.
//
//   for (const TextLine& line : SplitLines(text)) {
//     std::string_view words = line.Of(text);
//   }
#ifndef RASHOMON_CORPUS_TEXT_LINE_H_
#define RASHOMON_CORPUS_TEXT_LINE_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace rashomon {

// A line without the white space at its ends.
struct TextLine {
  std::size_t begin = 0;  // UTF-8 bytes
  std::size_t end = 0;
  // True where an empty line, or the start of the text, stands before it.
  bool after_blank = true;

  std::size_t size() const { return end - begin; }
  std::string_view Of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

// The lines of `text` that hold anything, in order. Lines end at LF, CR, CRLF,
// U+2028 or U+2029. Linear time.
std::vector<TextLine> SplitLines(std::string_view text);

// Without white space at either end: ASCII, no-break and zero-width spaces and
// the byte order mark. A view into `text`.
std::string_view TrimSpace(std::string_view text);

// Without a bullet ("•", "-", "*" ...) and space at the front.
std::string_view WithoutBullet(std::string_view line);

// The character (one code point) at the front or back; empty for no text.
std::string_view FirstCharacter(std::string_view text);
std::string_view LastCharacter(std::string_view text);

// True where the line ends as sentences do: . ! ? or an ellipsis, perhaps with
// closing quotation marks or brackets after it.
bool EndsSentence(std::string_view line);

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_TEXT_LINE_H_
