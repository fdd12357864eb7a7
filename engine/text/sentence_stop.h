// A place where a sentence may end, and what stands round it.
//
//   const std::string_view p = "He left?! “So what”";
//   const SentenceStop stop = SentenceStopAt(p, 7, /*quote_open=*/false);
//   stop.exclaims; stop.end == 9; stop.next == 10;
//   const SentenceOpening next = OpeningAt(p, stop.next);
//   next.quote; next.word == "So";
#ifndef RASHOMON_ENGINE_TEXT_SENTENCE_STOP_H_
#define RASHOMON_ENGINE_TEXT_SENTENCE_STOP_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rashomon {

struct SentenceStop {
  std::size_t begin = 0;      // the first terminator
  std::size_t marks_end = 0;  // past the terminators
  std::size_t end = 0;        // past closing quotes and brackets
  std::size_t next = 0;       // past the white space after them
  bool plain_stop = false;    // one full stop, alone
  bool exclaims = false;      // has ! or ?
  bool closes_quote = false;
};

// The stop whose terminators begin at byte i: "?!", "...", ". . . .", with
// closing quotation marks and brackets that follow without a space, and further
// stops after them: »). ”. `quote_open`: a quotation is open there. Linear in
// what it reads.
SentenceStop SentenceStopAt(std::string_view paragraph, std::size_t i,
                            bool quote_open);

// The same of one terminator [begin, end) that was read already.
SentenceStop SentenceStopOf(std::string_view paragraph, std::size_t begin,
                            std::size_t end, bool quote_open);

enum class OpeningKind : std::uint8_t {
  kEnd,
  kLower,
  kCapital,
  kDigit,
  kMark,
};

// What stands after the white space that follows a stop.
struct SentenceOpening {
  OpeningKind kind = OpeningKind::kEnd;
  std::string_view word;  // letters and inner marks, where it is a word
  char32_t after = 0;     // the character after `word`
  bool quote = false;     // an opening quotation mark stands before it
  bool bracket = false;   // an opening bracket does
  bool dash = false;      // a dash does
};

// Looks a bounded number of characters ahead.
SentenceOpening OpeningAt(std::string_view paragraph, std::size_t i);

// The word that begins at byte i: letters, and marks between letters ("Ph.D",
// "O'Neil"); empty where none does. Sets *after to the character behind it.
std::string_view WordAt(std::string_view paragraph, std::size_t i,
                        char32_t* after);

// The word of text[start, end) that ends before byte `end`: letters, digits,
// inner stops, hyphens and apostrophes; empty where it is longer than any
// abbreviation.
std::string_view WordBeforeStop(std::string_view paragraph, std::size_t start,
                                std::size_t end);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_SENTENCE_STOP_H_
