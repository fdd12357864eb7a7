// Text as the reader of dates sees it: numbers, words and marks, with what may
// stand at each of them.
//
//   DateTokens t("April 28, 2021", {Field::kText, 0, 14});
//   t.MonthAt(1) == 4; t.DayForm(2); t.YearForm(4);
//
// Tokens count from 1; before the first and behind the last are sentinels, so
// that looking a few tokens back or ahead is safe.
#ifndef RASHOMON_ENGINE_TEXT_DATE_TOKEN_H_
#define RASHOMON_ENGINE_TEXT_DATE_TOKEN_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/base/span.h"
#include "engine/text/date_word.h"

namespace rashomon {

enum class DateTokenKind : std::uint8_t { kNumber, kWord, kMark, kEnd };

struct DateToken {
  DateTokenKind kind = DateTokenKind::kEnd;
  bool capital = false;
  bool space_before = false;  // white space, at most one line break
  bool break_before = false;  // an empty line, or the start of the text
  bool may_be_month = false;  // of kWord: true for every month
  mutable bool looked_up = false;  // `word` was
  char mark = 0;              // of kMark; every dash is '-'; 0 for others
  std::uint8_t digits = 0;    // of kNumber, at most 255
  int value = -1;             // of kNumber, with at most four digits
  std::size_t begin = 0;
  std::size_t end = 0;
  // Of kWord, where the table has it; see DateTokens::WordAt.
  mutable const DateWord* word = nullptr;
};

// Whether a token of these bytes is a month or a number of four digits, which a
// year is. Every date has one of them (date_window.h). Thread-safe.
bool HasMonthOrYear(std::string_view bytes);

// The tokens of a part of a field. Not thread-safe: words are looked up when
// first asked for.
class DateTokens {
 public:
  // `field_text` outlives this. Linear time.
  DateTokens(std::string_view field_text, Span within);

  // One past the last token that is no sentinel.
  std::size_t end() const { return t_.size() - kAhead; }
  const DateToken& operator[](std::size_t i) const { return t_[i]; }

  // The word of the table; looked up when first asked for.
  const DateWord* WordAt(std::size_t i) const;
  bool Mark(std::size_t i, char mark) const {
    return t_[i].kind == DateTokenKind::kMark && t_[i].mark == mark;
  }
  // Nothing but the token itself, no white space before it.
  bool Glued(std::size_t i) const { return !t_[i].space_before; }
  // 1..12 where the token can name a month, else 0. May and March need their
  // capital; so does every English abbreviation and name unless a day stands
  // beside it.
  int MonthAt(std::size_t i) const;
  // A day number: one or two digits, 1..31 or at least of that form, that is
  // no part of a larger number ("5,000", "28.5", "3-28").
  bool DayForm(std::size_t i) const;
  // The token after a day number: past "st", "nd", "rd", "th", "-го".
  std::size_t AfterOrdinal(std::size_t i) const;
  // Past a full stop that is glued to a month's abbreviation.
  std::size_t AfterMonth(std::size_t i) const;
  bool YearForm(std::size_t i) const;
  bool LoneYearForm(std::size_t i) const;
  bool IsWordOf(std::size_t i, std::string_view word) const {
    return t_[i].kind == DateTokenKind::kWord && Text(i) == word;
  }
  std::string_view Text(std::size_t i) const {
    return Slice(text_, {field_, t_[i].begin, t_[i].end});
  }
  bool IsCyrillic(std::size_t i) const;

 private:
  static constexpr std::size_t kAhead = 12;

  std::vector<DateToken> t_;
  std::string_view text_;
  Field field_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_DATE_TOKEN_H_
