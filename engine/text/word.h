// Words: the tokens of a text, with their place, normal form and stem.
//
//   WordSplitter splitter;                       // one per thread
//   std::vector<Word> words =
//       splitter.Split(text, Span{Field::kText, 0, text.size()});
//   words[0].normal == "sanctions"; words[0].stem == "sanction";
//
// Without a vector of one's own:
//
//   for (const Word& w : splitter.Views(text, span)) Add(w.stem);
//
// For words that outlive the splitter, or many calls of it:
//
//   WordTexts texts;
//   texts.Keep(splitter);                        // after each call of Split
//
// Boundaries are ICU's word boundaries (UAX #29) with what news needs on top;
// each of these is one token:
//
//   text         normal        stem
//   U.S.         u.s.          u.s.      the stop belongs to it
//   US           us            u.s.      in capitals only; "us" stays "us"
//   U.N., UN     u.n., un      un        other acronyms lose their stops
//   tit-for-tat  tit-for-tat   tit-for-tat
//   COVID-19     covid-19      covid-19
//   16,000       16,000        16,000    also 3.5, 20th; "12-25" is three
//   Russia’s     russia's      russia    a possessive 's is dropped
//   АН-26        ан-26         ан-26
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

// Tells most normal forms apart. Any text has one.
std::uint32_t NormalHash(std::string_view normal);

// A token. Its texts belong to the memory of the splitter that gave it, and hold
// as WordSplitter says.
struct Word {
  Span span;  // bytes of the field as given
  WordKind kind = WordKind::kWord;
  // First letter is upper case ("Moscow"), or all letters are ("NATO").
  bool capitalized = false;
  bool all_caps = false;
  // Has a month or a year, as every date does (date_window.h).
  bool dates = false;
  std::uint32_t hash = 0;  // NormalHash(normal)
  // NFKC, case folded, quotes and dashes unified, Russian yo as ye
  // (engine/text/normalize.h). UTF-8.
  std::string_view normal;
  // Snowball stem of `normal` by its script: English (Porter2) for Latin,
  // Russian for Cyrillic; equal to `normal` for numbers, punctuation and words
  // with digits. A possessive 's is dropped.
  std::string_view stem;
  // Equal for equal bytes of text, dense from 0, while the splitter that gave
  // it keeps its generation: an index for tables kept beside the splitter.
  std::uint32_t id = 0;
};

// Not thread-safe: keep one per thread. Costs a few hundred microseconds to
// make, so reuse it: it remembers the normal forms and stems of the words it
// has seen (up to kMaxRemembered, some 20 MB).
//
// The texts of the words that it gave hold while the splitter lives and has
// forgotten no more than once since (see generation()), so at least through the
// next call; and while a WordTexts keeps them.
class WordSplitter {
 public:
  static constexpr std::size_t kMaxRemembered = 1u << 17;

  WordSplitter();
  WordSplitter(WordSplitter&&) noexcept;
  WordSplitter& operator=(WordSplitter&&) noexcept;
  ~WordSplitter();

  // The tokens of field_text[within], in order, white space left out. Spans
  // carry within.field and count from the start of the field. Time is linear
  // in within.size(). Bytes that are not UTF-8 are read as U+FFFD.
  std::vector<Word> Split(std::string_view field_text, Span within);

  // The same tokens without a copy: the vector holds until the next call of
  // Split or Views.
  const std::vector<Word>& Views(std::string_view field_text, Span within);

  // The texts of all words of the current generation, those to come included.
  // O(1).
  std::shared_ptr<const void> memory() const;

  // Changes whenever the splitter forgets, at the start of a call of Split or
  // Views: ids given out before mean nothing then.
  std::uint32_t generation() const;

  // The stem of one normal form.
  std::string Stem(std::string_view normal);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// Keeps the texts of words beyond the life of their splitter. A value: copies
// share the texts, on any thread.
class WordTexts {
 public:
  // Those of the words that the splitter gave in its last call; words of
  // earlier calls stay kept. O(1).
  void Keep(const WordSplitter& splitter);

  // The one memory that all these words are of: those of equal ids are equal,
  // here and wherever the memory is the same. Null where they are of several,
  // or there are none.
  std::shared_ptr<const void> memory() const {
    return memories_.size() == 1 ? memories_.front() : nullptr;
  }

 private:
  std::vector<std::shared_ptr<const void>> memories_;  // one a generation
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_WORD_H_
