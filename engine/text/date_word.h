// The words that dates are made of, from data/date_words.tsv.
//
//   FindDateWord("April")->month == 4
//   FindDateWord("ago") == nullptr
#ifndef RASHOMON_ENGINE_TEXT_DATE_WORD_H_
#define RASHOMON_ENGINE_TEXT_DATE_WORD_H_

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

// False for most words that are no months, true for every month. O(1): tells
// words apart without a look-up. `word` is not empty. Thread-safe.
bool MayBeMonth(std::string_view word);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_DATE_WORD_H_
