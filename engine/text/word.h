// Words: the tokens of a text, with their place, normal form and stem.
//
//   WordSplitter splitter;                       // one per thread
//   std::vector<Word> words =
//       splitter.Split(text, Span{Field::kText, 0, text.size()});
//   words[0].normal == "sanctions"; words[0].stem == "sanction";
//
// Boundaries are ICU's word boundaries (UAX #29) with what news needs on top:
// "U.S.", "tit-for-tat", "АН-26" and "16,000" are one token each.
#ifndef RASHOMON_ENGINE_TEXT_WORD_H_
#define RASHOMON_ENGINE_TEXT_WORD_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/span.h"

namespace rashomon {

enum class WordKind : std::uint8_t {
  kWord,         // has a letter
  kNumber,       // starts with a digit: 16, 1,200, 3.5, 20th, 2021
  kPunctuation,  // one mark or symbol: quotes, dashes, %, $, brackets
};

struct Word {
  Span span;  // bytes of the field as given
  WordKind kind = WordKind::kWord;
  // First letter is upper case ("Moscow"), or all letters are ("NATO").
  bool capitalized = false;
  bool all_caps = false;
  // NFKC, case folded, quotes and dashes unified, Russian yo as ye
  // (engine/text/normalize.h). UTF-8.
  std::string normal;
  // Snowball stem of `normal` by its script: English (Porter2) for Latin,
  // Russian for Cyrillic; equal to `normal` for numbers and punctuation. A
  // possessive 's is dropped.
  std::string stem;
};

// Not thread-safe: keep one per thread. Costs a few hundred microseconds to
// make, so reuse it.
class WordSplitter {
 public:
  WordSplitter();
  WordSplitter(WordSplitter&&) noexcept;
  WordSplitter& operator=(WordSplitter&&) noexcept;
  ~WordSplitter();

  // The tokens of field_text[within], in order, white space left out. Spans
  // carry within.field and count from the start of the field. Time is linear
  // in within.size(). Bytes that are not UTF-8 are read as U+FFFD.
  std::vector<Word> Split(std::string_view field_text, Span within);

  // The stem of one normal form.
  std::string Stem(std::string_view normal);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_WORD_H_
