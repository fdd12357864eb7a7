#include "engine/text/date_expression.h"

#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/text/date_words_tsv.h"
#include "engine/text/tsv.h"

namespace rashomon {
namespace {

// Years that stand alone are believed in this range only.
constexpr int kFirstLoneYear = 1800;
constexpr int kLastLoneYear = 2100;
// Years of what news tells: "the 2015 deal".
constexpr int kFirstNewsYear = 1950;

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

const StringMap<DateWord>& DateWords() {
  static const StringMap<DateWord>* words = [] {
    auto* map = new StringMap<DateWord>;
    for (const std::vector<std::string_view>& row : TsvRows(DateWordsTsv())) {
      DateWord& w = (*map)[std::string(row[0])];
      const std::string_view kind = row[1];
      if (kind == "month" || kind == "proper") {
        w.month = row[2].size() == 1 ? row[2][0] - '0'
                                     : 10 + (row[2][1] - '0');
      }
      w.proper |= kind == "proper";
      w.unit |= kind == "unit";
      w.event |= kind == "event";
      w.in |= kind == "in";
      w.of |= kind == "of";
      w.year |= kind == "year";
      w.follow |= kind == "follow";
      w.time |= kind == "time";
      w.before |= kind == "before";
      w.trust |= kind == "trust";
      w.link |= kind == "link";
    }
    return map;
  }();
  return *words;
}

// The longest word of the table has 24 bytes.
constexpr std::size_t kLongestDateWord = 28;

// Which words can be months, by their first letter and size: most words of a
// text are told apart without a look-up.
class MonthFilter {
 public:
  explicit MonthFilter(const StringMap<DateWord>& words) {
    for (const auto& [word, meaning] : words) {
      if (meaning.month != 0) {
        sizes_[KeyOf(word)] |= std::uint32_t{1} << word.size();
      }
    }
  }

  // `word`, not empty, as it stands in the text.
  bool Passes(std::string_view word) const {
    return word.size() <= kLongestDateWord &&
           (sizes_[KeyOf(word)] >> word.size() & 1) != 0;
  }

  static const MonthFilter& Shared() {
    static const MonthFilter filter(DateWords());
    return filter;
  }

 private:
  // The letter without its case: the last byte of a two-byte letter, in which
  // the upper cases of a letter are 0x20 or 0x60 away from the lower.
  static std::size_t KeyOf(std::string_view word) {
    const auto first = static_cast<unsigned char>(word[0]);
    if (first < 0x80 || word.size() < 2) return first & 0x1F;
    return 0x20 | (static_cast<unsigned char>(word[1]) & 0x1F);
  }

  std::array<std::uint32_t, 64> sizes_ = {};
};

enum class TokenKind : std::uint8_t { kNumber, kWord, kMark, kEnd };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  bool capital = false;
  bool space_before = false;  // white space, at most one line break
  bool break_before = false;  // an empty line, or the start of the text
  char mark = 0;              // of kMark; every dash is '-'; 0 for others
  std::uint8_t digits = 0;    // of kNumber, at most 255
  int value = -1;             // of kNumber, with at most four digits
  std::size_t begin = 0;
  std::size_t end = 0;
  // Of kWord, where the table has it; see DateReader::WordAt.
  mutable bool looked_up = false;
  mutable const DateWord* word = nullptr;
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAsciiLetter(char c) {
  return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}

// Lower case of ASCII and basic Cyrillic; the month names need no more.
struct Lowered {
  char text[32];
  std::size_t size = 0;
};

// Of a first letter in ASCII or basic Cyrillic.
bool IsCapital(std::string_view word) {
  const auto c = static_cast<unsigned char>(word[0]);
  if (c != 0xD0 || word.size() < 2) return c >= 'A' && c <= 'Z';
  const auto d = static_cast<unsigned char>(word[1]);
  return d >= 0x90 && d <= 0xAF;
}

void LowerInto(std::string_view word, Lowered& out) {
  for (std::size_t i = 0; i < word.size();) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (c == 0xD0 && i + 1 < word.size()) {
      const auto d = static_cast<unsigned char>(word[i + 1]);
      const bool upper = d >= 0x90 && d <= 0xAF;
      // А..П are D0 90..9F, Р..Я are D0 A0..AF; а..п D0 B0.., р..я D1 80..
      const bool high = d >= 0xA0;
      out.text[out.size++] =
          static_cast<char>(upper && high ? 0xD1 : 0xD0);
      out.text[out.size++] = static_cast<char>(
          upper ? (high ? d - 0x20 : d + 0x20) : d);
      i += 2;
      continue;
    }
    const bool upper = c >= 'A' && c <= 'Z';
    out.text[out.size++] = static_cast<char>(upper ? c + 32 : c);
    ++i;
  }
}

// Splits text into runs of digits, runs of letters, and single marks.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span within)
      : text_(Slice(text, within)),
        origin_(std::min(within.begin, text.size())) {}

  std::vector<Token> Run() {
    std::vector<Token> tokens;
    tokens.reserve(text_.size() / 5 + 4);
    tokens.push_back({});  // a sentinel, so that looking back is safe
    int newlines = 2;
    while (true) {
      const std::size_t before = at_;
      if (at_ < text_.size() && text_[at_] == ' ') ++at_;
      SkipSpace(newlines);
      if (at_ == text_.size()) break;
      const bool first = tokens.size() == 1;
      Token& token = tokens.emplace_back();
      token.space_before = at_ > before || first;
      token.break_before = newlines > 1;
      Read(token);
      newlines = 0;
    }
    // Sentinels, so that looking ahead is safe.
    Token end;
    end.begin = end.end = origin_ + text_.size();
    end.space_before = end.break_before = true;
    tokens.insert(tokens.end(), kAhead, end);
    return tokens;
  }

  static constexpr std::size_t kAhead = 12;

 private:
  // No-break spaces count.
  void SkipSpace(int& newlines) {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') {
        ++newlines;
      } else if (c == '\xC2' || c == '\xE2') {
        if (!SkipWideSpace()) return;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
    }
  }

  // To the last byte of a space of two or three bytes.
  bool SkipWideSpace() {
    for (const std::string_view space :
         {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"}) {
      if (text_.substr(at_, space.size()) != space) continue;
      at_ += space.size() - 1;
      return true;
    }
    return false;
  }

  void Read(Token& token) {
    token.begin = origin_ + at_;
    const char c = text_[at_];
    if (IsDigit(c)) {
      ReadNumber(token);
    } else if (IsAsciiLetter(c) || IsLetterLead(c)) {
      ReadWord(token);
    } else {
      ReadMark(token);
    }
    token.end = origin_ + at_;
  }

  // Lead bytes of Latin-1 and later letters, up to U+07FF. Good enough: what
  // is no month name is only walked over.
  static bool IsLetterLead(char c) {
    const auto u = static_cast<unsigned char>(c);
    return u >= 0xC3 && u <= 0xDF;
  }

  void ReadNumber(Token& token) {
    token.kind = TokenKind::kNumber;
    const std::size_t begin = at_;
    int value = 0;
    for (; at_ < text_.size() && IsDigit(text_[at_]); ++at_) {
      if (at_ - begin < 4) value = value * 10 + (text_[at_] - '0');
    }
    const std::size_t digits = at_ - begin;
    token.digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits, 255));
    token.value = digits <= 4 ? value : -1;
  }

  void ReadWord(Token& token) {
    token.kind = TokenKind::kWord;
    const std::size_t begin = at_;
    const std::size_t size = text_.size();
    std::size_t at = at_;
    while (at < size) {
      if (IsAsciiLetter(text_[at])) {
        ++at;
      } else if (IsLetterLead(text_[at]) && at + 1 < size) {
        at += 2;
      } else {
        break;
      }
    }
    at_ = std::max(at, begin + 1);  // a lead byte may be cut off at the end
    token.capital = IsCapital(text_.substr(begin, at_ - begin));
  }

  void ReadMark(Token& token) {
    token.kind = TokenKind::kMark;
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c < 0x80) {
      token.mark = text_[at_++];
      return;
    }
    const auto rest = text_.substr(at_);
    // Hyphen to horizontal bar, U+2010..U+2015.
    if (rest.size() >= 3 && rest.compare(0, 2, "\xE2\x80") == 0 &&
        static_cast<unsigned char>(rest[2]) >= 0x90 &&
        static_cast<unsigned char>(rest[2]) <= 0x95) {
      token.mark = '-';
    }
    int32_t n = 0;
    const auto size = static_cast<int32_t>(std::min<std::size_t>(rest.size(), 4));
    U8_FWD_1(rest.data(), n, size);
    at_ += static_cast<std::size_t>(n);
  }

  std::string_view text_;
  std::size_t origin_;
  std::size_t at_ = 0;
};

// A reading of the tokens from one place: `next` is the token after it. Where
// `impossible`, the tokens have the form of a date and are none: they are
// skipped, so that "31 February" does not come back as "February".
struct Reading {
  DateExpression date;
  std::size_t next = 0;
  bool impossible = false;
};

bool ValidDay(std::optional<int> year, int month, int day) {
  // 2000 is a leap year: without a year 29 February is possible.
  return MakeDate(year.value_or(2000), month, day).has_value();
}

class DateReader {
 public:
  // `text` is the field's, for the few words that are no part of the table.
  DateReader(std::vector<Token> tokens, std::string_view text, Field field)
      : t_(std::move(tokens)), text_(text), field_(field) {}

  std::vector<DateExpression> Run() {
    std::vector<DateExpression> dates;
    const std::size_t end = t_.size() - Tokenizer::kAhead;
    for (std::size_t i = 1; i < end;) {
      if (!MayOpen(i)) {
        ++i;
        continue;
      }
      std::optional<Reading> reading = ReadAt(i);
      if (!reading) {
        ++i;
        continue;
      }
      if (!reading->impossible) {
        Finish(i, *reading);
        dates.push_back(reading->date);
      }
      i = reading->next;
    }
    return dates;
  }

 private:
  // A number, or a word that can be a month: most tokens are neither.
  bool MayOpen(std::size_t i) const {
    const TokenKind kind = t_[i].kind;
    return kind == TokenKind::kNumber ||
           (kind == TokenKind::kWord && months_.Passes(Text(i)));
  }

  std::optional<Reading> ReadAt(std::size_t i) const {
    if (t_[i].kind == TokenKind::kNumber) return ReadFromNumber(i);
    if (MonthAt(i) != 0) return ReadFromMonth(i);
    return std::nullopt;
  }

  // --- What stands at a token.

  // The word of the table; looked up when first asked for.
  const DateWord* WordAt(std::size_t i) const {
    const Token& t = t_[i];
    if (t.kind != TokenKind::kWord) return nullptr;
    if (!t.looked_up) {
      t.looked_up = true;
      t.word = Find(Text(i));
    }
    return t.word;
  }

  const DateWord* Find(std::string_view word) const {
    if (word.size() > kLongestDateWord) return nullptr;
    Lowered lowered;
    LowerInto(word, lowered);
    const auto it = words_.find(std::string_view(lowered.text, lowered.size));
    return it == words_.end() ? nullptr : &it->second;
  }

  bool Mark(std::size_t i, char mark) const {
    return t_[i].kind == TokenKind::kMark && t_[i].mark == mark;
  }
  // Nothing but the token itself, no white space before it.
  bool Glued(std::size_t i) const { return !t_[i].space_before; }

  // 1..12 where the token can name a month, else 0. May and March need their
  // capital; so does every English abbreviation and name unless a day stands
  // beside it.
  int MonthAt(std::size_t i) const {
    const DateWord* word = WordAt(i);
    if (word == nullptr || word->month == 0) return 0;
    return word->proper && !t_[i].capital ? 0 : word->month;
  }

  // A day number: one or two digits, 1..31 or at least of that form, that is
  // no part of a larger number ("5,000", "28.5", "3-28").
  bool DayForm(std::size_t i) const {
    const Token& t = t_[i];
    if (t.kind != TokenKind::kNumber || t.digits > 2) return false;
    if (Glued(i) && t_[i - 1].kind == TokenKind::kMark &&
        t_[i - 2].kind == TokenKind::kNumber && Glued(i - 1) &&
        t_[i - 1].mark != '-') {
      return false;
    }
    if (Glued(i) && t_[i - 1].kind == TokenKind::kMark &&
        (t_[i - 1].mark == '$' || t_[i - 1].mark == '#')) {
      return false;
    }
    const bool decimal = (Mark(i + 1, '.') || Mark(i + 1, ',') ||
                          Mark(i + 1, ':')) &&
                         Glued(i + 1) && Glued(i + 2) &&
                         t_[i + 2].kind == TokenKind::kNumber;
    return !decimal && !(Mark(i + 1, '%') && Glued(i + 1));
  }

  // The token after a day number: past "st", "nd", "rd", "th", "-го".
  std::size_t AfterOrdinal(std::size_t i) const {
    if (!Glued(i + 1)) return i + 1;
    const std::size_t length = t_[i + 1].end - t_[i + 1].begin;
    if (t_[i + 1].kind == TokenKind::kWord && length == 2) return i + 2;
    if (Mark(i + 1, '-') && Glued(i + 2) &&
        t_[i + 2].kind == TokenKind::kWord &&
        t_[i + 2].end - t_[i + 2].begin <= 6) {
      return i + 3;
    }
    return i + 1;
  }

  // Past a full stop that is glued to a month's abbreviation.
  std::size_t AfterMonth(std::size_t i) const {
    const bool stop = Mark(i + 1, '.') && Glued(i + 1) &&
                      t_[i].end - t_[i].begin <= 8 &&
                      (t_[i + 2].kind == TokenKind::kNumber);
    return stop ? i + 2 : i + 1;
  }

  bool YearForm(std::size_t i) const {
    const Token& t = t_[i];
    if (t.kind != TokenKind::kNumber || t.digits != 4 || t.value < 1) {
      return false;
    }
    const bool longer = Mark(i + 1, ',') && Glued(i + 1) && Glued(i + 2) &&
                        t_[i + 2].kind == TokenKind::kNumber &&
                        t_[i + 2].digits == 3;
    // "1990s", "1990-х"
    const bool decade =
        (t_[i + 1].kind == TokenKind::kWord && Glued(i + 1)) ||
        (Mark(i + 1, '-') && Glued(i + 1) && Glued(i + 2) &&
         t_[i + 2].kind == TokenKind::kWord && IsCyrillic(i + 2));
    return !longer && !decade;
  }

  bool LoneYearForm(std::size_t i) const {
    return YearForm(i) && t_[i].value >= kFirstLoneYear &&
           t_[i].value <= kLastLoneYear;
  }

  // --- Parts that may follow a day and a month.

  // ", 2021", " 2021", " of 2021", "2021 года", "2021 г."
  std::size_t TakeYear(std::size_t i, DateExpression& date) const {
    std::size_t y = i;
    if (Mark(y, ',')) ++y;
    if (WordAt(y) != nullptr && WordAt(y)->of && !t_[y].break_before &&
        t_[y].end - t_[y].begin == 2 && YearForm(y + 1) &&
        !t_[y].capital && LoneYearForm(y + 1) && y == i) {
      ++y;  // "April of 2021"
    }
    if (!YearForm(y) || t_[y].break_before || !t_[y].space_before) return i;
    // "March 5, 2000 people", but "April 28, 2021 11:53".
    if (WordAt(y + 1) != nullptr && WordAt(y + 1)->unit) return i;
    date.year = t_[y].value;
    return AfterYearWord(y + 1);
  }

  std::size_t AfterYearWord(std::size_t i) const {
    if (WordAt(i) == nullptr || !WordAt(i)->year || t_[i].break_before ||
        t_[i].capital) {
      return i;
    }
    const bool abbreviated = t_[i].end - t_[i].begin <= 4;  // г., гг.
    return abbreviated && Mark(i + 1, '.') && Glued(i + 1) ? i + 2 : i + 1;
  }

  // The time at i ("11:53", "11:53:20", "3 p.m."), if any: token after it.
  std::size_t ReadTime(std::size_t i, int& minute) const {
    const Token& h = t_[i];
    if (h.kind != TokenKind::kNumber || h.digits > 2 || h.value > 23) return i;
    int m = 0;
    std::size_t next = i + 1;
    const bool clock = Mark(next, ':') && Glued(next) && Glued(next + 1) &&
                       t_[next + 1].kind == TokenKind::kNumber &&
                       t_[next + 1].digits == 2 && t_[next + 1].value < 60;
    if (clock) {
      m = t_[next + 1].value;
      next += 2;
      if (Mark(next, ':') && Glued(next) && Glued(next + 1) &&
          t_[next + 1].kind == TokenKind::kNumber &&
          t_[next + 1].digits == 2) {
        next += 2;
      }
    }
    const std::size_t half = ReadHalfOfDay(next, h.value, minute);
    if (half == next) {
      if (!clock) return i;
      minute = h.value * 60 + m;
      return next;
    }
    minute += m;
    return half;
  }

  // "am", "p.m.", "PM" after hour 1..12.
  std::size_t ReadHalfOfDay(std::size_t i, int hour, int& minute) const {
    const Token& t = t_[i];
    if (t.kind != TokenKind::kWord || t.break_before || hour < 1 || hour > 12) {
      return i;
    }
    const std::size_t length = t.end - t.begin;
    const char first = HalfOfDayAt(i);
    if (first == 0) return i;
    minute = (hour % 12 + (first == 'p' ? 12 : 0)) * 60;
    if (length == 2) return i + 1;
    return Mark(i + 3, '.') && Glued(i + 3) ? i + 4 : i + 3;
  }

  std::size_t TakeTime(std::size_t i, DateExpression& date) const {
    std::size_t at = i;
    if (Mark(at, ',')) ++at;
    if (Mark(at, '-') || Mark(at, '|')) ++at;
    if (IsWordOf(at, "at") || IsWordOf(at, "в")) ++at;
    if (t_[at].break_before) return i;
    int minute = 0;
    const std::size_t next = ReadTime(at, minute);
    if (next == at) return i;
    date.minute_of_day = minute;
    return next;
  }

  bool IsWordOf(std::size_t i, std::string_view word) const {
    return t_[i].kind == TokenKind::kWord && Text(i) == word;
  }

  std::string_view Text(std::size_t i) const {
    return Slice(text_, {field_, t_[i].begin, t_[i].end});
  }

  // 'a' for am or a.m., 'p' for pm or p.m., else 0.
  char HalfOfDayAt(std::size_t i) const {
    if (t_[i].end - t_[i].begin > 2) return 0;
    const std::string_view word = Text(i);
    if (word == "am" || word == "AM") return 'a';
    if (word == "pm" || word == "PM") return 'p';
    if (word != "a" && word != "p" && word != "A" && word != "P") return 0;
    const bool dotted = Mark(i + 1, '.') && Glued(i + 1) && Glued(i + 2) &&
                        (IsWordOf(i + 2, "m") || IsWordOf(i + 2, "M"));
    return dotted ? static_cast<char>(word[0] | 0x20) : 0;
  }

  // --- Forms that begin with a month.

  std::optional<Reading> ReadFromMonth(std::size_t i) const {
    const int month = MonthAt(i);
    std::size_t next = AfterMonth(i);
    if (DayForm(next) && !t_[next].break_before && t_[next].space_before) {
      return MonthDay(i, month, next);
    }
    if (!t_[i].capital && !IsCyrillic(i)) return std::nullopt;
    if (FollowsAName(i)) return std::nullopt;
    Reading reading;
    reading.date.month = month;
    next = AfterMonth(i);
    reading.next = TakeYear(next, reading.date);
    if (reading.date.year) return reading;
    if (!BareMonth(i)) return std::nullopt;
    reading.next = i + 1;
    return reading;
  }

  // "April 28", "Sept. 12-25, 2017", "April 28 - May 2".
  std::optional<Reading> MonthDay(std::size_t i, int month,
                                  std::size_t day_at) const {
    std::size_t next = AfterOrdinal(day_at);
    if (WordAt(next) != nullptr && WordAt(next)->unit) return std::nullopt;
    Reading reading;
    reading.date.month = month;
    reading.date.day = t_[day_at].value;
    if (Mark(next, '-') || IsWordOf(next, "to")) {
      next = TakeRangeEnd(next, reading.date);
    }
    next = TakeYear(next, reading.date);
    reading.next = TakeTime(next, reading.date);
    return Checked(reading);
  }

  // The end of a range after "April 28": "-30" or " - May 2".
  std::size_t TakeRangeEnd(std::size_t dash, DateExpression& date) const {
    std::size_t at = dash + 1;
    if (MonthAt(at) != 0 && DayForm(AfterMonth(at))) {
      date.to_month = MonthAt(at);
      at = AfterMonth(at);
    } else if (!DayForm(at) || MonthAt(AfterOrdinal(at)) != 0) {
      return dash;
    }
    date.to_day = t_[at].value;
    return AfterOrdinal(at);
  }

  bool IsCyrillic(std::size_t i) const {
    const auto c = static_cast<unsigned char>(Text(i)[0]);
    return c == 0xD0 || c == 0xD1;
  }

  // "Theresa May 2017": a capitalised word before May or March that no date
  // has there.
  bool FollowsAName(std::size_t i) const {
    if (!WordAt(i)->proper) return false;
    const Token& before = t_[i - 1];
    if (t_[i].break_before || !before.capital) return false;
    const DateWord* word = WordAt(i - 1);
    return word == nullptr || !word->before;
  }

  // "in May", "at the end of May", "early April", "в апреле".
  bool BareMonth(std::size_t i) const {
    if (t_[i].break_before) return false;
    // "May's", "March-like"
    if (t_[i + 1].kind == TokenKind::kMark && Glued(i + 1) &&
        (t_[i + 1].mark == '\'' || t_[i + 1].mark == '-' ||
         t_[i + 1].mark == 0)) {
      return false;
    }
    const DateWord* before = WordAt(i - 1);
    // "confidence in May" is in a person of that name.
    if (WordAt(i)->proper && WordAt(i - 2) != nullptr &&
        WordAt(i - 2)->trust) {
      return false;
    }
    if (before != nullptr &&
        (before->time ||
         (before->link && (!WordAt(i)->proper || OpensMonths(i))))) {
      return true;
    }
    if (JoinsMonths(i)) return true;
    if (Mark(i - 1, '-') && WordAt(i - 2) != nullptr &&
        WordAt(i - 2)->time) {
      return true;  // mid-May
    }
    return IsWordOf(i - 1, "of") &&
           (IsWordOf(i - 2, "end") || IsWordOf(i - 2, "beginning") ||
            IsWordOf(i - 2, "start") || IsWordOf(i - 2, "middle"));
  }

  // The first of "between March and June".
  bool OpensMonths(std::size_t i) const {
    const bool joint = IsWordOf(i + 1, "and") || IsWordOf(i + 1, "to") ||
                       IsWordOf(i + 1, "through") || Mark(i + 1, '-');
    return joint && MonthAt(i + 2) != 0;
  }

  // The second of "between March and June", "from March to June".
  bool JoinsMonths(std::size_t i) const {
    const bool joint = IsWordOf(i - 1, "and") || IsWordOf(i - 1, "to") ||
                       IsWordOf(i - 1, "through") || Mark(i - 1, '-') ||
                       IsWordOf(i - 1, "по") || IsWordOf(i - 1, "и") ||
                       IsWordOf(i - 1, "до");
    if (!joint || i < 3 || MonthAt(i - 2) == 0) return false;
    const DateWord* opener = WordAt(i - 3);
    return opener != nullptr && (opener->time || opener->link);
  }

  // --- Forms that begin with a number.

  std::optional<Reading> ReadFromNumber(std::size_t i) const {
    if (auto reading = Numeric(i)) return reading;
    if (auto reading = TimeThenDate(i)) return reading;
    if (auto reading = DayMonth(i)) return reading;
    return LoneYear(i);
  }

  // "11:53, 28 April 2021"
  std::optional<Reading> TimeThenDate(std::size_t i) const {
    if (!Mark(i + 1, ':')) return std::nullopt;
    int minute = 0;
    std::size_t next = ReadTime(i, minute);
    if (next == i) return std::nullopt;
    if (Mark(next, ',')) ++next;
    if (t_[next].break_before || !t_[next].space_before) return std::nullopt;
    std::optional<Reading> reading =
        t_[next].kind == TokenKind::kNumber ? Numeric(next) : ReadAt(next);
    if (!reading && t_[next].kind == TokenKind::kNumber) {
      reading = DayMonth(next);
    }
    if (!reading || !(reading->date.day || reading->impossible)) {
      return std::nullopt;
    }
    if (!reading->date.minute_of_day) reading->date.minute_of_day = minute;
    return reading;
  }

  // "28 Apr, 2021 11:53", "12-25 September", "28 April - 2 May 2021",
  // "с 12 по 25 сентября"
  std::optional<Reading> DayMonth(std::size_t i) const {
    if (!DayForm(i)) return std::nullopt;
    Reading reading;
    reading.date.day = t_[i].value;
    std::size_t next = AfterOrdinal(i);
    if ((Mark(next, '-') || IsWordOf(next, "по") || IsWordOf(next, "to") ||
         DaysBetween(i, next)) &&
        DayForm(next + 1)) {
      reading.date.to_day = t_[next + 1].value;
      next = AfterOrdinal(next + 1);
    }
    if (IsWordOf(next, "of")) ++next;
    const int month = MonthAt(next);
    if (month == 0 || t_[next].break_before || !MonthFits(next)) {
      return std::nullopt;
    }
    reading.date.month = month;
    next = AfterMonthOfDay(next);
    if (Mark(next, '-') && DayForm(next + 1) &&
        MonthAt(AfterOrdinal(next + 1)) != 0 && !reading.date.to_day) {
      reading.date.to_day = t_[next + 1].value;
      next = AfterOrdinal(next + 1);
      reading.date.to_month = MonthAt(next);
      next = AfterMonthOfDay(next);
    }
    next = TakeYear(next, reading.date);
    reading.next = TakeTime(next, reading.date);
    return Checked(reading);
  }

  // "between 5 and 8 May", "с 5 до 8 мая".
  bool DaysBetween(std::size_t first, std::size_t joint) const {
    if (IsWordOf(joint, "and")) {
      return IsWordOf(first - 1, "between") || IsWordOf(first - 1, "Between");
    }
    return IsWordOf(joint, "до") &&
           (IsWordOf(first - 1, "с") || IsWordOf(first - 1, "С"));
  }

  // A month after a day is glued to no further letters and no name:
  // "28 Mar-a-Lago guests" is none.
  bool MonthFits(std::size_t i) const {
    return t_[i].space_before &&
           !(Mark(i + 1, '-') && Glued(i + 1) &&
             t_[i + 2].kind == TokenKind::kWord && Glued(i + 2));
  }

  // Past the month, and the stop of its abbreviation if the date goes on.
  std::size_t AfterMonthOfDay(std::size_t i) const {
    const bool stop = Mark(i + 1, '.') && Glued(i + 1) &&
                      (YearForm(i + 2) || Mark(i + 2, ','));
    return stop ? i + 2 : i + 1;
  }

  // "2021-04-28", "2021/04/28", "13.09.2017", "28/04/2021".
  std::optional<Reading> Numeric(std::size_t i) const {
    const char mark = t_[i + 1].mark;
    const bool form = (mark == '-' || mark == '/' || mark == '.') &&
                      Mark(i + 1, mark) && Glued(i + 1) && Glued(i + 2) &&
                      t_[i + 2].kind == TokenKind::kNumber &&
                      t_[i + 2].digits <= 2 && Mark(i + 3, mark) &&
                      Glued(i + 3) && Glued(i + 4) &&
                      t_[i + 4].kind == TokenKind::kNumber;
    if (!form || PartOfLonger(i)) return std::nullopt;
    if (t_[i].digits == 4 && t_[i + 4].digits <= 2 && mark != '.') {
      return YearFirst(i);
    }
    if (t_[i].digits <= 2 && t_[i + 4].digits == 4) return YearLast(i, mark);
    return std::nullopt;
  }

  // "1.2.3.2017" and "555-2021-04-28" are no dates.
  bool PartOfLonger(std::size_t i) const {
    const bool before = Glued(i) && t_[i - 1].kind == TokenKind::kMark &&
                        (t_[i - 1].mark == '.' || t_[i - 1].mark == '-' ||
                         t_[i - 1].mark == '/');
    const bool after = (Mark(i + 5, '.') || Mark(i + 5, '-') ||
                        Mark(i + 5, '/')) &&
                       Glued(i + 5) && Glued(i + 6) &&
                       t_[i + 6].kind == TokenKind::kNumber;
    return before || after;
  }

  std::optional<Reading> YearFirst(std::size_t i) const {
    Reading reading;
    reading.date.year = t_[i].value;
    reading.date.month = t_[i + 2].value;
    reading.date.day = t_[i + 4].value;
    std::size_t next = i + 5;
    // "2021-04-28T11:53:00+03:00": one word "T" between.
    if ((IsWordOf(next, "T") || IsWordOf(next, "t")) && Glued(next)) {
      ++next;
      int minute = 0;
      const std::size_t after = ReadTime(next, minute);
      if (after != next) {
        reading.date.minute_of_day = minute;
        reading.next = after;
        return Checked(reading);
      }
    }
    reading.next = TakeTime(i + 5, reading.date);
    return Checked(reading);
  }

  std::optional<Reading> YearLast(std::size_t i, char mark) const {
    Reading reading;
    int day = t_[i].value;
    int month = t_[i + 2].value;
    // dd.mm.yyyy is the only order with stops; with strokes or hyphens the
    // two orders clash unless only one is possible.
    if (mark != '.') {
      if (month > 12) std::swap(day, month);
      const bool ambiguous = day <= 12 && month <= 12 && day != month;
      if (ambiguous) return Impossible(i + 5);
    }
    reading.date.year = t_[i + 4].value;
    reading.date.month = month;
    reading.date.day = day;
    reading.next = TakeTime(AfterYearWord(i + 5), reading.date);
    return Checked(reading);
  }

  std::optional<Reading> LoneYear(std::size_t i) const {
    if (!LoneYearForm(i)) return std::nullopt;
    if (Glued(i) && t_[i - 1].kind == TokenKind::kMark &&
        (t_[i - 1].mark == '.' || t_[i - 1].mark == ',' ||
         t_[i - 1].mark == '$' || t_[i - 1].mark == '#')) {
      return std::nullopt;
    }
    if (!YearInContext(i)) return std::nullopt;
    Reading reading;
    reading.date.year = t_[i].value;
    reading.next = AfterYearWord(i + 1);
    return reading;
  }

  bool YearInContext(std::size_t i) const {
    const DateWord* before = WordAt(i - 1);
    const Token& after = t_[i + 1];
    const DateWord* word = WordAt(i + 1);
    if (word != nullptr && word->unit) return false;
    if (word != nullptr && word->year && !after.capital) return true;
    if (word != nullptr && word->event && !Glued(i + 1)) {
      // "U.S." and "US" speak for a year with their capital only.
      return after.end - after.begin > 2 || after.capital;
    }
    if (Mark(i - 1, '(') && Mark(i + 1, ')')) return true;
    // The second of "2014-2015", "from 2000 to 2006".
    if ((Mark(i - 1, '-') || IsWordOf(i - 1, "to") ||
         IsWordOf(i - 1, "and") || IsWordOf(i - 1, "по")) &&
        LoneYearForm(i - 2)) {
      return YearInContext(i - 2) || Mark(i - 1, '-');
    }
    // "mid-2019".
    if (Mark(i - 1, '-') && Glued(i) && Glued(i - 1) &&
        WordAt(i - 2) != nullptr && WordAt(i - 2)->in) {
      return true;
    }
    if (YearOfSomething(i)) return true;
    // The first of "2014-2015".
    if (Mark(i + 1, '-') && LoneYearForm(i + 2)) return true;
    if (before == nullptr || t_[i].break_before) return false;
    if (before->in) return !(Mark(i + 1, '-') && Glued(i + 1));
    return before->of && NothingIsCounted(i + 1);
  }

  // "the 2015 nuclear deal", "his 2016 bid": after a determiner, before a
  // singular.
  bool YearOfSomething(std::size_t i) const {
    if (t_[i].value < kFirstNewsYear || t_[i].break_before) return false;
    const Token& after = t_[i + 1];
    if (after.kind != TokenKind::kWord || after.capital || Glued(i + 1) ||
        after.end - after.begin < 3) {
      return false;
    }
    const std::string_view noun = Text(i + 1);
    if (noun.back() == 's' && noun != "crisis") return false;
    const std::string_view before = Text(i - 1);
    for (const std::string_view word :
         {"the", "The", "his", "her", "its", "their", "our", "a"}) {
      if (before == word) return true;
    }
    // "Northland's 2015 plan".
    return before == "s" && Glued(i - 1) && t_[i - 2].kind == TokenKind::kMark;
  }

  // After "of 2016" or "from 2016": punctuation, the end, or a function word.
  bool NothingIsCounted(std::size_t i) const {
    const Token& t = t_[i];
    if (t.kind == TokenKind::kEnd || t.break_before) return true;
    if (t.kind == TokenKind::kMark) {
      return t.mark == '.' || t.mark == ',' || t.mark == ';' ||
             t.mark == ')' || t.mark == '?' || t.mark == '!' || t.mark == '-';
    }
    const DateWord* word = WordAt(i);
    return word != nullptr && word->follow;
  }

  // --- Checks.

  static std::optional<Reading> Impossible(std::size_t next) {
    Reading reading;
    reading.next = next;
    reading.impossible = true;
    return reading;
  }

  static std::optional<Reading> Checked(Reading reading) {
    const DateExpression& d = reading.date;
    bool possible = d.month && ValidDay(d.year, *d.month, d.day.value_or(1));
    if (d.to_day) {
      possible = possible && ValidDay(d.year, d.to_month.value_or(*d.month),
                                      *d.to_day);
      possible = possible && (d.to_month || *d.to_day >= *d.day);
    }
    if (!possible) return Impossible(reading.next);
    return reading;
  }

  void Finish(std::size_t first, Reading& reading) const {
    reading.date.span = {field_, t_[first].begin, t_[reading.next - 1].end};
  }

  const StringMap<DateWord>& words_ = DateWords();
  const MonthFilter& months_ = MonthFilter::Shared();
  std::vector<Token> t_;
  std::string_view text_;
  Field field_;
};

}  // namespace

std::vector<DateExpression> FindDates(std::string_view field_text,
                                      Span within) {
  return DateReader(Tokenizer(field_text, within).Run(), field_text,
                    within.field)
      .Run();
}

}  // namespace rashomon
