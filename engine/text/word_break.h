// Raw word boundaries, before acronyms and hyphenated words are joined.
//
//   WordBreaker breaker;
//   breaker.Break(text, begin, end, tokens);   // of one run without white space
//
// UAX #29 by ICU. Text in ASCII, basic Cyrillic, Latin with accents and the
// punctuation of news takes a fast path that gives the same boundaries; a
// differential test says so.
#ifndef RASHOMON_ENGINE_TEXT_WORD_BREAK_H_
#define RASHOMON_ENGINE_TEXT_WORD_BREAK_H_

#include <unicode/brkiter.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace rashomon {

struct RawToken {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool letters = false;  // has a letter
  bool digits = false;   // has a decimal digit
};

inline bool IsAsciiSpaceByte(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Not thread-safe.
class WordBreaker {
 public:
  WordBreaker();

  // Tokens of text[begin, end), in order; white space beyond ASCII is left out.
  // No ASCII white space may be in that range, and it must be delimited by it
  // or by the ends of what is read.
  void Break(std::string_view text, std::size_t begin, std::size_t end,
             std::vector<RawToken>& tokens);

  // The same by ICU alone.
  void BreakWithIcu(std::string_view text, std::size_t begin, std::size_t end,
                    std::vector<RawToken>& tokens);

 private:
  std::unique_ptr<icu::BreakIterator> icu_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_WORD_BREAK_H_
