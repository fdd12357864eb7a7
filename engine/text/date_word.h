// The words that dates are made of, from data/date_words.tsv.
//
//   FindDateWord("April")->month == 4
//   FindDateWord("ago") == nullptr
#ifndef RASHOMON_ENGINE_TEXT_DATE_WORD_H_
#define RASHOMON_ENGINE_TEXT_DATE_WORD_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rashomon {

// What a word can be; the kinds are those of the table's head comment.
struct DateWord {
  int month = 0;
  bool proper = false;
  bool unit = false;
  bool event = false;
  bool in = false;
  bool of = false;
  bool year = false;
  bool follow = false;
  bool time = false;
  bool before = false;
  bool trust = false;
  bool link = false;
};

// `word` as it stands in the text, in any case; null where the table does not
// have it. O(size). Thread-safe.
const DateWord* FindDateWord(std::string_view word);

// The longest word of the table has 24 bytes.
inline constexpr std::size_t kLongestDateWord = 28;

// Which words can be months, by their first and last letter and their size:
// most words of a text are told apart without a look-up. Thread-safe.
class MonthFilter {
 public:
  // That of the table.
  static const MonthFilter& Shipped();

  // True for every month, false for most other words. `word`, not empty, as it
  // stands in the text. O(1).
  bool Passes(std::string_view word) const {
    return word.size() <= kLongestDateWord &&
           (sizes_[KeyOf(word)] >> word.size() & 1) != 0;
  }

 private:
  MonthFilter();

  // Letters without their case, and whether the first has two bytes.
  static std::size_t KeyOf(std::string_view word) {
    const bool wide = static_cast<unsigned char>(word[0]) >= 0x80;
    const char first = word[wide && word.size() > 1 ? 1 : 0];
    return (wide ? 0x400 : 0) | LetterOf(first) << 5 | LetterOf(word.back());
  }

  // Of a letter's last byte, in which the upper cases of letters of one or two
  // bytes are 0x20 or 0x60 away from the lower.
  static std::size_t LetterOf(char byte) {
    return static_cast<unsigned char>(byte) & 0x1F;
  }

  std::array<std::uint32_t, 0x800> sizes_ = {};  // by key: a bit for each size
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_DATE_WORD_H_
