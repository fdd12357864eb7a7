#include "engine/text/dateline.h"

#include <algorithm>
#include <vector>

#include "engine/base/span.h"
#include "engine/text/byte_run.h"
#include "engine/text/char_class.h"
#include "engine/text/date_expression.h"
#include "engine/text/utf8.h"

namespace rashomon {
namespace {

constexpr std::size_t kLookedAt = 160;
// "Place, Region (Country)" and an agency's name have few words.
constexpr int kMaxPlaceWords = 6;
constexpr int kMaxAgencyWords = 4;
// The day's number stands within so many bytes, after the place.
constexpr std::size_t kDayWithin = 80;

// What a dateline with a day ends with: a dash (ASCII, or E2 80 ..), a stroke
// or a bracket.
bool MayClose(std::string_view text) {
  return HasByteOf<'-', '/', '(', '[', '\xE2'>(text);
}

class DatelineReader {
 public:
  explicit DatelineReader(std::string_view text)
      : text_(text.substr(0, kLookedAt)) {}

  std::size_t End() {
    if (!IsWorthReading()) return 0;
    dates_ = FindDates(text_, {Field::kText, 0, text_.size()});
    ReadPlace();
    if (words_ == 0) return 0;
    const bool date = ReadDate();
    if (date) Skip(".,");
    const bool capitals = all_caps_ && letters_ >= 3;
    if (const std::size_t end = AfterEnclosedAgency()) {
      return capitals || date ? end : 0;
    }
    if (const std::size_t end = AfterDash()) {
      if (date) return AfterAgencyName(end);
      return capitals ? end : 0;
    }
    // "GENEVA, March 3. The ..."
    return capitals && date && stop_skipped_ ? at_ : 0;
  }

 private:
  char32_t Peek() const { return CharAt(text_, at_).c; }

  void SkipSpace() {
    while (IsSpaceChar(Peek())) at_ = CharAt(text_, at_).end;
  }

  void Skip(std::string_view marks) {
    while (at_ < text_.size() &&
           marks.find(text_[at_]) != std::string_view::npos) {
      stop_skipped_ |= text_[at_] == '.';
      ++at_;
    }
  }

  // Capitalised words, separated by spaces, commas, or one pair of brackets.
  void ReadPlace() {
    while (words_ < kMaxPlaceWords) {
      const std::size_t before = at_;
      SkipSpace();
      if (!IsUpperChar(Peek())) {
        at_ = before;
        return;
      }
      if (IsMonthHere()) {
        at_ = before;
        return;
      }
      ReadPlaceWord();
      ++words_;
      SkipStopOfState();
      if (Peek() == ',') ++at_;
    }
  }

  void ReadPlaceWord() {
    for (Utf8Char c = CharAt(text_, at_);
         IsLetterChar(c.c) || c.c == '-' || c.c == '\'' || c.c == 0x2019 ||
         (c.c == '.' && IsLetterChar(CharAt(text_, c.end).c));
         c = CharAt(text_, at_)) {
      letters_ += IsLetterChar(c.c);
      if (words_ == 0) all_caps_ = all_caps_ && !IsLowerChar(c.c);
      at_ = c.end;
    }
  }

  // "PORTLAND, Ore. --"
  void SkipStopOfState() {
    if (Peek() != '.') return;
    ++at_;
    if (AfterDash() == 0 && Peek() != ',') --at_;
  }

  // Most paragraphs are none: a dateline begins with a word in capitals or has
  // the day's number early on.
  bool IsWorthReading() const {
    const Utf8Char first = CharAt(text_, 0);
    if (!IsUpperChar(first.c)) return false;
    const char32_t second = CharAt(text_, first.end).c;
    if (IsLetterChar(second) && !IsLowerChar(second)) return true;
    return HasAsciiDigit(text_.substr(0, kDayWithin)) && MayClose(text_);
  }

  const DateExpression* DateHere() const {
    for (const DateExpression& date : dates_) {
      if (date.span.begin == at_) return &date;
    }
    return nullptr;
  }

  bool IsMonthHere() const { return DateHere() != nullptr; }

  bool ReadDate() {
    const std::size_t before = at_;
    Skip(".");
    SkipSpace();
    const DateExpression* date = DateHere();
    stop_skipped_ = false;
    if (date == nullptr || !date->day) {
      at_ = before;
      return false;
    }
    at_ = date->span.end;
    return true;
  }

  // "/AGENCY/." or "(Agency) --", "[Agency]"; 0 where there is none.
  std::size_t AfterEnclosedAgency() {
    std::size_t i = at_;
    while (IsSpaceChar(CharAt(text_, i).c)) i = CharAt(text_, i).end;
    if (i >= text_.size()) return 0;
    const char open = text_[i];
    const char close = open == '/' ? '/' : open == '(' ? ')' : ']';
    if (open != '/' && open != '(' && open != '[') return 0;
    const std::size_t end = text_.find(close, i + 1);
    if (end == std::string_view::npos || end - i > 40) return 0;
    at_ = end + 1;
    if (Peek() == '.') return at_ + 1;
    if (const std::size_t dash = AfterDash()) return dash;
    return open == '/' ? at_ : 0;
  }

  // " --", " —", " -": past the dash; 0 where there is none.
  std::size_t AfterDash() const {
    std::size_t i = at_;
    while (IsSpaceChar(CharAt(text_, i).c)) i = CharAt(text_, i).end;
    if (i == at_ || !IsDashChar(CharAt(text_, i).c)) return 0;
    while (IsDashChar(CharAt(text_, i).c)) i = CharAt(text_, i).end;
    return i;
  }

  // "— РИА Новый день." after place, date and dash: past the stop, if the words
  // up to it are few and capitalised; else where the dash ends.
  std::size_t AfterAgencyName(std::size_t dash_end) const {
    std::size_t i = dash_end;
    for (int words = 0; words < kMaxAgencyWords; ++words) {
      while (IsSpaceChar(CharAt(text_, i).c)) i = CharAt(text_, i).end;
      if (!IsUpperChar(CharAt(text_, i).c) && words == 0) return dash_end;
      while (IsLetterChar(CharAt(text_, i).c)) i = CharAt(text_, i).end;
      if (CharAt(text_, i).c == '.') return i + 1;
    }
    return dash_end;
  }

  std::string_view text_;
  std::vector<DateExpression> dates_;
  std::size_t at_ = 0;
  int words_ = 0;
  int letters_ = 0;
  bool all_caps_ = true;  // of the first word
  bool stop_skipped_ = false;
};

}  // namespace

std::size_t DatelineEnd(std::string_view paragraph) {
  return DatelineReader(paragraph).End();
}

}  // namespace rashomon
