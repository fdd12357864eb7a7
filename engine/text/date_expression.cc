#include "engine/text/date_expression.h"

#include <optional>
#include <utility>

#include "engine/text/date_token.h"
#include "engine/text/date_word.h"

namespace rashomon {
namespace {

// Years of what news tells: "the 2015 deal".
constexpr int kFirstNewsYear = 1950;

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
  DateReader(std::string_view field_text, Span within)
      : t_(field_text, within), field_(within.field) {}

  void AddTo(std::vector<DateExpression>* dates) {
    for (std::size_t i = 1; i < t_.end();) {
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
        dates->push_back(reading->date);
      }
      i = reading->next;
    }
  }

 private:
  // A number, or a word that can be a month: most tokens are neither.
  bool MayOpen(std::size_t i) const {
    return t_[i].kind == DateTokenKind::kNumber || t_[i].may_be_month;
  }

  std::optional<Reading> ReadAt(std::size_t i) const {
    if (t_[i].kind == DateTokenKind::kNumber) return ReadFromNumber(i);
    if (t_.MonthAt(i) != 0) return ReadFromMonth(i);
    return std::nullopt;
  }

  // --- Parts that may follow a day and a month.

  // ", 2021", " 2021", " of 2021", "2021 года", "2021 г."
  std::size_t TakeYear(std::size_t i, DateExpression& date) const {
    std::size_t y = i;
    if (t_.Mark(y, ',')) ++y;
    if (t_.WordAt(y) != nullptr && t_.WordAt(y)->of && !t_[y].break_before &&
        t_[y].end - t_[y].begin == 2 && t_.YearForm(y + 1) &&
        !t_[y].capital && t_.LoneYearForm(y + 1) && y == i) {
      ++y;  // "April of 2021"
    }
    if (!t_.YearForm(y) || t_[y].break_before || !t_[y].space_before) return i;
    // "March 5, 2000 people", but "April 28, 2021 11:53".
    if (t_.WordAt(y + 1) != nullptr && t_.WordAt(y + 1)->unit) return i;
    date.year = t_[y].value;
    return AfterYearWord(y + 1);
  }

  std::size_t AfterYearWord(std::size_t i) const {
    if (t_.WordAt(i) == nullptr || !t_.WordAt(i)->year || t_[i].break_before ||
        t_[i].capital) {
      return i;
    }
    const bool abbreviated = t_[i].end - t_[i].begin <= 4;  // г., гг.
    return abbreviated && t_.Mark(i + 1, '.') && t_.Glued(i + 1) ? i + 2 : i + 1;
  }

  // The time at i ("11:53", "11:53:20", "3 p.m."), if any: token after it.
  std::size_t ReadTime(std::size_t i, int& minute) const {
    const DateToken& h = t_[i];
    if (h.kind != DateTokenKind::kNumber || h.digits > 2 || h.value > 23) return i;
    int m = 0;
    std::size_t next = i + 1;
    const bool clock = t_.Mark(next, ':') && t_.Glued(next) && t_.Glued(next + 1) &&
                       t_[next + 1].kind == DateTokenKind::kNumber &&
                       t_[next + 1].digits == 2 && t_[next + 1].value < 60;
    if (clock) {
      m = t_[next + 1].value;
      next += 2;
      if (t_.Mark(next, ':') && t_.Glued(next) && t_.Glued(next + 1) &&
          t_[next + 1].kind == DateTokenKind::kNumber &&
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
    const DateToken& t = t_[i];
    if (t.kind != DateTokenKind::kWord || t.break_before || hour < 1 || hour > 12) {
      return i;
    }
    const std::size_t length = t.end - t.begin;
    const char first = HalfOfDayAt(i);
    if (first == 0) return i;
    minute = (hour % 12 + (first == 'p' ? 12 : 0)) * 60;
    if (length == 2) return i + 1;
    return t_.Mark(i + 3, '.') && t_.Glued(i + 3) ? i + 4 : i + 3;
  }

  std::size_t TakeTime(std::size_t i, DateExpression& date) const {
    std::size_t at = i;
    if (t_.Mark(at, ',')) ++at;
    if (t_.Mark(at, '-') || t_.Mark(at, '|')) ++at;
    if (t_.IsWordOf(at, "at") || t_.IsWordOf(at, "в")) ++at;
    if (t_[at].break_before) return i;
    int minute = 0;
    const std::size_t next = ReadTime(at, minute);
    if (next == at) return i;
    date.minute_of_day = minute;
    return next;
  }

  // 'a' for am or a.m., 'p' for pm or p.m., else 0.
  char HalfOfDayAt(std::size_t i) const {
    if (t_[i].end - t_[i].begin > 2) return 0;
    const std::string_view word = t_.Text(i);
    if (word == "am" || word == "AM") return 'a';
    if (word == "pm" || word == "PM") return 'p';
    if (word != "a" && word != "p" && word != "A" && word != "P") return 0;
    const bool dotted = t_.Mark(i + 1, '.') && t_.Glued(i + 1) && t_.Glued(i + 2) &&
                        (t_.IsWordOf(i + 2, "m") || t_.IsWordOf(i + 2, "M"));
    return dotted ? static_cast<char>(word[0] | 0x20) : 0;
  }

  // --- Forms that begin with a month.

  std::optional<Reading> ReadFromMonth(std::size_t i) const {
    const int month = t_.MonthAt(i);
    std::size_t next = t_.AfterMonth(i);
    if (t_.DayForm(next) && !t_[next].break_before && t_[next].space_before) {
      return MonthDay(i, month, next);
    }
    if (!t_[i].capital && !t_.IsCyrillic(i)) return std::nullopt;
    if (FollowsAName(i)) return std::nullopt;
    Reading reading;
    reading.date.month = month;
    next = t_.AfterMonth(i);
    reading.next = TakeYear(next, reading.date);
    if (reading.date.year) return reading;
    if (!BareMonth(i)) return std::nullopt;
    reading.next = i + 1;
    return reading;
  }

  // "April 28", "Sept. 12-25, 2017", "April 28 - May 2".
  std::optional<Reading> MonthDay(std::size_t i, int month,
                                  std::size_t day_at) const {
    std::size_t next = t_.AfterOrdinal(day_at);
    if (t_.WordAt(next) != nullptr && t_.WordAt(next)->unit) return std::nullopt;
    Reading reading;
    reading.date.month = month;
    reading.date.day = t_[day_at].value;
    if (t_.Mark(next, '-') || t_.IsWordOf(next, "to")) {
      next = TakeRangeEnd(next, reading.date);
    }
    next = TakeYear(next, reading.date);
    reading.next = TakeTime(next, reading.date);
    return Checked(reading);
  }

  // The end of a range after "April 28": "-30" or " - May 2".
  std::size_t TakeRangeEnd(std::size_t dash, DateExpression& date) const {
    std::size_t at = dash + 1;
    if (t_.MonthAt(at) != 0 && t_.DayForm(t_.AfterMonth(at))) {
      date.to_month = t_.MonthAt(at);
      at = t_.AfterMonth(at);
    } else if (!t_.DayForm(at) || t_.MonthAt(t_.AfterOrdinal(at)) != 0) {
      return dash;
    }
    date.to_day = t_[at].value;
    return t_.AfterOrdinal(at);
  }

  // "Theresa May 2017": a capitalised word before May or March that no date
  // has there.
  bool FollowsAName(std::size_t i) const {
    if (!t_.WordAt(i)->proper) return false;
    const DateToken& before = t_[i - 1];
    if (t_[i].break_before || !before.capital) return false;
    const DateWord* word = t_.WordAt(i - 1);
    return word == nullptr || !word->before;
  }

  // "in May", "at the end of May", "early April", "в апреле".
  bool BareMonth(std::size_t i) const {
    if (t_[i].break_before) return false;
    // "May's", "March-like"
    if (t_[i + 1].kind == DateTokenKind::kMark && t_.Glued(i + 1) &&
        (t_[i + 1].mark == '\'' || t_[i + 1].mark == '-' ||
         t_[i + 1].mark == 0)) {
      return false;
    }
    const DateWord* before = t_.WordAt(i - 1);
    // "confidence in May" is in a person of that name.
    if (t_.WordAt(i)->proper && t_.WordAt(i - 2) != nullptr &&
        t_.WordAt(i - 2)->trust) {
      return false;
    }
    if (before != nullptr &&
        (before->time ||
         (before->link && (!t_.WordAt(i)->proper || OpensMonths(i))))) {
      return true;
    }
    if (JoinsMonths(i)) return true;
    if (t_.Mark(i - 1, '-') && t_.WordAt(i - 2) != nullptr &&
        t_.WordAt(i - 2)->time) {
      return true;  // mid-May
    }
    return t_.IsWordOf(i - 1, "of") &&
           (t_.IsWordOf(i - 2, "end") || t_.IsWordOf(i - 2, "beginning") ||
            t_.IsWordOf(i - 2, "start") || t_.IsWordOf(i - 2, "middle"));
  }

  // The first of "between March and June".
  bool OpensMonths(std::size_t i) const {
    const bool joint = t_.IsWordOf(i + 1, "and") || t_.IsWordOf(i + 1, "to") ||
                       t_.IsWordOf(i + 1, "through") || t_.Mark(i + 1, '-');
    return joint && t_.MonthAt(i + 2) != 0;
  }

  // The second of "between March and June", "from March to June".
  bool JoinsMonths(std::size_t i) const {
    const bool joint = t_.IsWordOf(i - 1, "and") || t_.IsWordOf(i - 1, "to") ||
                       t_.IsWordOf(i - 1, "through") || t_.Mark(i - 1, '-') ||
                       t_.IsWordOf(i - 1, "по") || t_.IsWordOf(i - 1, "и") ||
                       t_.IsWordOf(i - 1, "до");
    if (!joint || i < 3 || t_.MonthAt(i - 2) == 0) return false;
    const DateWord* opener = t_.WordAt(i - 3);
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
    if (!t_.Mark(i + 1, ':')) return std::nullopt;
    int minute = 0;
    std::size_t next = ReadTime(i, minute);
    if (next == i) return std::nullopt;
    if (t_.Mark(next, ',')) ++next;
    if (t_[next].break_before || !t_[next].space_before) return std::nullopt;
    std::optional<Reading> reading =
        t_[next].kind == DateTokenKind::kNumber ? Numeric(next) : ReadAt(next);
    if (!reading && t_[next].kind == DateTokenKind::kNumber) {
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
    if (!t_.DayForm(i)) return std::nullopt;
    Reading reading;
    reading.date.day = t_[i].value;
    std::size_t next = t_.AfterOrdinal(i);
    if ((t_.Mark(next, '-') || t_.IsWordOf(next, "по") || t_.IsWordOf(next, "to") ||
         DaysBetween(i, next)) &&
        t_.DayForm(next + 1)) {
      reading.date.to_day = t_[next + 1].value;
      next = t_.AfterOrdinal(next + 1);
    }
    if (t_.IsWordOf(next, "of")) ++next;
    const int month = t_.MonthAt(next);
    if (month == 0 || t_[next].break_before || !MonthFits(next)) {
      return std::nullopt;
    }
    reading.date.month = month;
    next = AfterMonthOfDay(next);
    if (t_.Mark(next, '-') && t_.DayForm(next + 1) &&
        t_.MonthAt(t_.AfterOrdinal(next + 1)) != 0 && !reading.date.to_day) {
      reading.date.to_day = t_[next + 1].value;
      next = t_.AfterOrdinal(next + 1);
      reading.date.to_month = t_.MonthAt(next);
      next = AfterMonthOfDay(next);
    }
    next = TakeYear(next, reading.date);
    reading.next = TakeTime(next, reading.date);
    return Checked(reading);
  }

  // "between 5 and 8 May", "с 5 до 8 мая".
  bool DaysBetween(std::size_t first, std::size_t joint) const {
    if (t_.IsWordOf(joint, "and")) {
      return t_.IsWordOf(first - 1, "between") || t_.IsWordOf(first - 1, "Between");
    }
    return t_.IsWordOf(joint, "до") &&
           (t_.IsWordOf(first - 1, "с") || t_.IsWordOf(first - 1, "С"));
  }

  // A month after a day is glued to no further letters and no name:
  // "28 Mar-a-Lago guests" is none.
  bool MonthFits(std::size_t i) const {
    return t_[i].space_before &&
           !(t_.Mark(i + 1, '-') && t_.Glued(i + 1) &&
             t_[i + 2].kind == DateTokenKind::kWord && t_.Glued(i + 2));
  }

  // Past the month, and the stop of its abbreviation if the date goes on.
  std::size_t AfterMonthOfDay(std::size_t i) const {
    const bool stop = t_.Mark(i + 1, '.') && t_.Glued(i + 1) &&
                      (t_.YearForm(i + 2) || t_.Mark(i + 2, ','));
    return stop ? i + 2 : i + 1;
  }

  // "2021-04-28", "2021/04/28", "13.09.2017", "28/04/2021".
  std::optional<Reading> Numeric(std::size_t i) const {
    const char mark = t_[i + 1].mark;
    const bool form = (mark == '-' || mark == '/' || mark == '.') &&
                      t_.Mark(i + 1, mark) && t_.Glued(i + 1) && t_.Glued(i + 2) &&
                      t_[i + 2].kind == DateTokenKind::kNumber &&
                      t_[i + 2].digits <= 2 && t_.Mark(i + 3, mark) &&
                      t_.Glued(i + 3) && t_.Glued(i + 4) &&
                      t_[i + 4].kind == DateTokenKind::kNumber;
    if (!form || PartOfLonger(i)) return std::nullopt;
    if (t_[i].digits == 4 && t_[i + 4].digits <= 2 && mark != '.') {
      return YearFirst(i);
    }
    if (t_[i].digits <= 2 && t_[i + 4].digits == 4) return YearLast(i, mark);
    return std::nullopt;
  }

  // "1.2.3.2017" and "555-2021-04-28" are no dates.
  bool PartOfLonger(std::size_t i) const {
    const bool before = t_.Glued(i) && t_[i - 1].kind == DateTokenKind::kMark &&
                        (t_[i - 1].mark == '.' || t_[i - 1].mark == '-' ||
                         t_[i - 1].mark == '/');
    const bool after = (t_.Mark(i + 5, '.') || t_.Mark(i + 5, '-') ||
                        t_.Mark(i + 5, '/')) &&
                       t_.Glued(i + 5) && t_.Glued(i + 6) &&
                       t_[i + 6].kind == DateTokenKind::kNumber;
    return before || after;
  }

  std::optional<Reading> YearFirst(std::size_t i) const {
    Reading reading;
    reading.date.year = t_[i].value;
    reading.date.month = t_[i + 2].value;
    reading.date.day = t_[i + 4].value;
    std::size_t next = i + 5;
    // "2021-04-28T11:53:00+03:00": one word "T" between.
    if ((t_.IsWordOf(next, "T") || t_.IsWordOf(next, "t")) && t_.Glued(next)) {
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
    if (!t_.LoneYearForm(i)) return std::nullopt;
    if (t_.Glued(i) && t_[i - 1].kind == DateTokenKind::kMark &&
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
    const DateWord* before = t_.WordAt(i - 1);
    const DateToken& after = t_[i + 1];
    const DateWord* word = t_.WordAt(i + 1);
    if (word != nullptr && word->unit) return false;
    if (word != nullptr && word->year && !after.capital) return true;
    if (word != nullptr && word->event && !t_.Glued(i + 1)) {
      // "U.S." and "US" speak for a year with their capital only.
      return after.end - after.begin > 2 || after.capital;
    }
    if (t_.Mark(i - 1, '(') && t_.Mark(i + 1, ')')) return true;
    // The second of "2014-2015", "from 2000 to 2006".
    if ((t_.Mark(i - 1, '-') || t_.IsWordOf(i - 1, "to") ||
         t_.IsWordOf(i - 1, "and") || t_.IsWordOf(i - 1, "по")) &&
        t_.LoneYearForm(i - 2)) {
      return YearInContext(i - 2) || t_.Mark(i - 1, '-');
    }
    // "mid-2019".
    if (t_.Mark(i - 1, '-') && t_.Glued(i) && t_.Glued(i - 1) &&
        t_.WordAt(i - 2) != nullptr && t_.WordAt(i - 2)->in) {
      return true;
    }
    if (YearOfSomething(i)) return true;
    // The first of "2014-2015".
    if (t_.Mark(i + 1, '-') && t_.LoneYearForm(i + 2)) return true;
    if (before == nullptr || t_[i].break_before) return false;
    if (before->in) return !(t_.Mark(i + 1, '-') && t_.Glued(i + 1));
    return before->of && NothingIsCounted(i + 1);
  }

  // "the 2015 nuclear deal", "his 2016 bid": after a determiner, before a
  // singular.
  bool YearOfSomething(std::size_t i) const {
    if (t_[i].value < kFirstNewsYear || t_[i].break_before) return false;
    const DateToken& after = t_[i + 1];
    if (after.kind != DateTokenKind::kWord || after.capital || t_.Glued(i + 1) ||
        after.end - after.begin < 3) {
      return false;
    }
    const std::string_view noun = t_.Text(i + 1);
    if (noun.back() == 's' && noun != "crisis") return false;
    const std::string_view before = t_.Text(i - 1);
    for (const std::string_view word :
         {"the", "The", "his", "her", "its", "their", "our", "a"}) {
      if (before == word) return true;
    }
    // "Northland's 2015 plan".
    return before == "s" && t_.Glued(i - 1) && t_[i - 2].kind == DateTokenKind::kMark;
  }

  // After "of 2016" or "from 2016": punctuation, the end, or a function word.
  bool NothingIsCounted(std::size_t i) const {
    const DateToken& t = t_[i];
    if (t.kind == DateTokenKind::kEnd || t.break_before) return true;
    if (t.kind == DateTokenKind::kMark) {
      return t.mark == '.' || t.mark == ',' || t.mark == ';' ||
             t.mark == ')' || t.mark == '?' || t.mark == '!' || t.mark == '-';
    }
    const DateWord* word = t_.WordAt(i);
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

  DateTokens t_;
  Field field_;
};

}  // namespace

std::vector<DateExpression> FindDates(std::string_view field_text,
                                      Span within) {
  std::vector<DateExpression> dates;
  DateReader(field_text, within).AddTo(&dates);
  return dates;
}

std::vector<DateExpression> FindDates(std::string_view field_text,
                                      const std::vector<Span>& windows) {
  std::vector<DateExpression> dates;
  for (const Span& window : windows) {
    DateReader(field_text, window).AddTo(&dates);
  }
  return dates;
}

}  // namespace rashomon
