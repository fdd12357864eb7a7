#include "engine/claims/time_expression_relative.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "engine/claims/number_figure.h"
#include "engine/claims/number_words.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// "in recent days" reaches back this far, "recent weeks" and "months" too.
constexpr int kRecentDays = 10, kRecentWeeks = 35, kRecentMonths = 120;
// Larger counts of units are no times.
constexpr int kMaxCount = 3000;
// "the past few weeks" are so many.
constexpr int kFew = 3;
// Words of a range or of "the end of the" that stand before a date.
constexpr std::size_t kMaxLinkWords = 3;

int NoteNumber(std::string_view note) {
  int value = 0;
  std::from_chars(note.data(), note.data() + note.size(), value);
  return value;
}

class Reader {
 public:
  Reader(const SentenceReading& s, std::vector<TimeReading> absolute,
         TimeAnchors* anchors)
      : s_(s), absolute_(std::move(absolute)), anchors_(anchors) {
    for (const PhraseMatch& m : s.matches.of(ListId::kHedges)) {
      looks_ahead_ = looks_ahead_ || m.entry->category == "future";
    }
  }

  std::vector<TimeReading> Run() {
    const auto& matches = s_.matches.of(ListId::kTimes);
    for (std::size_t i = 0; i < s_.size();) {
      while (match_ < matches.size() && matches[match_].first < i) ++match_;
      TimeReading time;
      if (ReadAt(i, &time) && time.last > time.first) {
        Add(time);
        i = std::max(time.last, i + 1);
      } else {
        i = skip_to_ > i ? skip_to_ : i + 1;
      }
    }
    return std::move(out_);
  }

 private:
  // --- what stands where ---

  const PhraseMatch* At(std::size_t i) const {
    const auto& matches = s_.matches.of(ListId::kTimes);
    for (std::size_t m = match_; m < matches.size() && matches[m].first <= i;
         ++m) {
      if (matches[m].first == i) return &matches[m];
    }
    return nullptr;
  }

  bool Is(std::size_t i, std::string_view category) const {
    const PhraseMatch* m = At(i);
    return m != nullptr && m->entry->category == category;
  }

  TimeUnit UnitAt(std::size_t i) const {
    const PhraseMatch* m = At(i);
    if (m == nullptr || m->entry->category != "unit") return TimeUnit::kNone;
    return TimeUnitNamed(m->entry->note);
  }

  // The date that begins at word i.
  const TimeReading* DateAt(std::size_t i) const {
    for (std::size_t a = next_absolute_;
         a < absolute_.size() && absolute_[a].first <= i; ++a) {
      if (absolute_[a].first == i) return &absolute_[a];
    }
    return nullptr;
  }

  const PhraseMatch* NumberAt(std::size_t i) const {
    const auto& numbers = s_.matches.of(ListId::kNumbers);
    const auto m = std::lower_bound(
        numbers.begin(), numbers.end(), i,
        [](const PhraseMatch& n, std::size_t at) { return n.first < at; });
    return m != numbers.end() && m->first == i ? &*m : nullptr;
  }

  // The count at word i: a figure, a number word, "a", "few"; 0 for none.
  int CountAt(std::size_t i) const {
    if (i >= s_.size()) return 0;
    const Word& word = s_.word(i);
    if (word.kind == WordKind::kNumber) {
      const auto value = FigureValue(word.normal, s_.russian);
      return value && *value >= 1 && *value <= kMaxCount &&
                     *value == std::floor(*value)
                 ? static_cast<int>(*value)
                 : 0;
    }
    if (s_.Is(i, "a") || s_.Is(i, "an")) return 1;
    if (s_.Is(i, "few") || s_.Is(i, "several") || s_.Is(i, "несколько")) {
      return kFew;
    }
    const PhraseMatch* m = NumberAt(i);
    if (m == nullptr) return 0;
    if (m->entry->category != "cardinal" && m->entry->category != "vague") {
      return 0;
    }
    const double value = NoteNumber(m->entry->note);
    return value >= 1 ? static_cast<int>(value) : 0;
  }

  // The ordinal at word i: "third", "19th", "XIX"; 0 for none.
  int OrdinalAt(std::size_t i) const {
    if (i >= s_.size()) return 0;
    const Word& word = s_.word(i);
    if (word.kind == WordKind::kNumber) {
      const std::size_t figures = FigureLength(word.normal);
      if (figures == word.normal.size() && !s_.russian) return 0;
      if (figures == 0 || figures > 2) return 0;
      return NoteNumber(word.normal);
    }
    if (s_.russian && word.all_caps) return Roman(word.normal);
    const PhraseMatch* m = NumberAt(i);
    if (m == nullptr) return 0;
    if (m->entry->category == "ordinal") return NoteNumber(m->entry->note);
    return s_.Is(i, "third") ? 3 : 0;
  }

  static int Roman(std::string_view text) {
    int value = 0, last = 0;
    for (auto c = text.rbegin(); c != text.rend(); ++c) {
      const int digit = *c == 'i' ? 1 : *c == 'v' ? 5 : *c == 'x' ? 10 : 0;
      if (digit == 0) return 0;
      value += digit < last ? -digit : digit;
      last = std::max(last, digit);
    }
    return value;
  }

  // --- one time ---

  bool ReadAt(std::size_t i, TimeReading* time) {
    skip_to_ = 0;
    while (next_absolute_ < absolute_.size() &&
           absolute_[next_absolute_].last <= i) {
      ++next_absolute_;
    }
    if (const TimeReading* date = DateAt(i)) {
      *time = *date;
      ReadDateRest(time);
      return true;
    }
    time->first = i;
    const PhraseMatch* m = At(i);
    if (m == nullptr) return ReadUnlisted(i, time);
    time->last = m->last;
    const std::string_view category = m->entry->category;
    if (category == "none") {
      // "a day", but "a week ago".
      if (ReadCounted(i, time)) return true;
      skip_to_ = m->last;
      return false;
    }
    if (category == "edge") return ReadEdge(*m, time);
    return ReadPeriod(i, time) || ReadPoint(*m, time);
  }

  // What no phrase of the list begins: decades, counted units, ordinals.
  bool ReadUnlisted(std::size_t i, TimeReading* time) {
    if (s_.word(i).kind == WordKind::kNumber && ReadDecade(i, time)) {
      return true;
    }
    if (OrdinalAt(i) > 0 && ReadOrdinalPart(i, time)) return true;
    return ReadCounted(i, time);
  }

  // Times with a length of which an edge can be taken.
  bool ReadPeriod(std::size_t i, TimeReading* time) {
    const PhraseMatch* m = At(i);
    if (m == nullptr) {
      if (i >= s_.size()) return false;
      if (s_.word(i).kind == WordKind::kNumber && ReadDecade(i, time)) {
        return true;
      }
      return OrdinalAt(i) > 0 && ReadOrdinalPart(i, time);
    }
    const std::string_view category = m->entry->category;
    if (category == "last") return ReadModified(*m, -1, time);
    if (category == "next") return ReadModified(*m, 1, time);
    if (category == "this") return ReadModified(*m, 0, time);
    if (category == "season") return ReadSeason(*m, 0, false, time);
    if (category == "quarter") {
      return ReadPartOfYear(TimeUnit::kQuarter, NoteNumber(m->entry->note),
                            m->last, time);
    }
    return false;
  }

  bool ReadPoint(const PhraseMatch& m, TimeReading* time) {
    const std::string_view category = m.entry->category;
    const std::string_view note = m.entry->note;
    if (category == "day") {
      if (anchors_->published) SetDay(*anchors_->published, note, time);
      TakePart(time);
      return true;
    }
    if (category == "weekday") return ReadWeekday(m, 0, time);
    if (category == "prior") return ReadPrior(note, time);
    if (category == "span") return ReadSpan(m, time);
    if (note == "weekend" && WeekendFits(m.first)) {
      return ReadModifiedUnit(TimeUnit::kWeekend, 0, 0, false, time);
    }
    return ReadCounted(m.first, time);
  }

  // "over the weekend", "в выходные".
  bool WeekendFits(std::size_t i) const {
    return i > 0 && (s_.Is(i - 1, "the") || s_.Is(i - 1, "в") ||
                     s_.Is(i - 1, "на"));
  }

  static void SetDay(Date anchor, std::string_view note, TimeReading* time) {
    const Date day = anchor + NoteNumber(note);
    time->days = DateInterval{day, day};
  }

  // "on", "в" before the day belong to no span; "morning" after it does.
  void TakePart(TimeReading* time) const {
    if (Is(time->last, "part")) ++time->last;
  }

  // "the day after the vote" hangs on the vote: refused.
  bool HangsOnEvent(const TimeReading& time) const {
    const std::size_t i = time.last;
    const bool open = s_.Is(i - 1, "before") || s_.Is(i - 1, "after");
    return open && i < s_.size() &&
           (s_.Is(i, WordClass::kDeterminer) || s_.word(i).capitalized);
  }

  bool ReadPrior(std::string_view note, TimeReading* time) const {
    if (HangsOnEvent(*time)) return true;
    const std::optional<Date> anchor =
        anchors_->last_named ? anchors_->last_named : anchors_->published;
    if (anchor) SetDay(*anchor, note, time);
    return true;
  }

  // "in recent weeks", "in the coming days": the note says unit and direction.
  bool ReadSpan(const PhraseMatch& m, TimeReading* time) const {
    if (!anchors_->published) return true;
    const Date now = *anchors_->published;
    const std::string_view note = m.entry->note;
    const int reach = note.find("month") != std::string_view::npos
                          ? kRecentMonths
                      : note.find("week") != std::string_view::npos
                          ? kRecentWeeks
                          : kRecentDays;
    const bool coming = note.substr(0, 6) == "coming";
    time->days = coming ? DateInterval{now, now + reach}
                        : DateInterval{now - reach, now};
    return true;
  }

  // --- weekdays ---

  // shift: -1 last, 1 next, 0 plain.
  bool ReadWeekday(const PhraseMatch& m, int shift, TimeReading* time) const {
    if (!WeekdayFits(m)) return false;
    time->last = m.last;
    time->weekday = true;
    if (anchors_->published) {
      const Date now = *anchors_->published;
      const int weekday = NoteNumber(m.entry->note);
      const int back = (WeekdayOf(now) - weekday + 7) % 7;
      Date day = now - back;
      if (shift == 0 && looks_ahead_ && back != 0) day += 7;
      // "next Friday" is that of the next week.
      if (shift > 0) day = now - WeekdayOf(now) + 7 + weekday;
      if (shift < 0 && back == 0) day -= 7;
      time->days = DateInterval{day, day};
    }
    TakePart(time);
    return true;
  }

  // "среду" is an environment, too: a weekday only after a preposition or a
  // modifier. "Mondays" are no day.
  bool WeekdayFits(const PhraseMatch& m) const {
    const Word& word = s_.word(m.first);
    if (!s_.russian) {
      return word.normal.back() != 's' ||
             word.normal.find('\'') != std::string::npos ||
             word.normal == "tues" || word.normal == "thurs";
    }
    if (word.normal != "среду" && word.normal != "среды" &&
        word.normal != "среде") {
      return true;
    }
    if (m.first == 0) return false;
    const std::size_t i = m.first - 1;
    return s_.Is(i, "в") || s_.Is(i, "до") || s_.Is(i, "со") ||
           s_.Is(i, "с") || s_.Is(i, "к") || Is(i, "last") || Is(i, "next") ||
           Is(i, "this") || s_.Is(i, "вечером") || s_.Is(i, "утром") ||
           s_.Is(i, "вечер") || s_.Is(i, "утро") || s_.Is(i, "ночь");
  }

  // --- modifiers: last, next, this, past ---

  bool ReadModified(const PhraseMatch& m, int shift, TimeReading* time) {
    std::size_t k = m.last;
    if (s_.Is(m.first, "on")) return false;
    const bool rolling = m.entry->note == "rolling";
    int count = 0;
    if (UnitAt(k) == TimeUnit::kNone) {
      count = CountAt(k);
      const PhraseMatch* number = count > 0 ? NumberAt(k) : nullptr;
      if (count > 0) k = number != nullptr ? number->last : k + 1;
    }
    const TimeUnit unit = UnitAt(k);
    if (unit != TimeUnit::kNone) {
      time->last = At(k)->last;
      return ReadModifiedUnit(unit, shift, count, rolling, time);
    }
    if (count > 0 || k >= s_.size()) return false;
    if (Is(k, "weekday")) return ReadWeekday(*At(k), shift, time);
    if (Is(k, "season")) return ReadSeason(*At(k), shift, true, time);
    return ReadModifiedMonth(k, shift, time);
  }

  bool ReadModifiedUnit(TimeUnit unit, int shift, int count, bool rolling,
                        TimeReading* time) const {
    if (count > 0 && shift == 0) return false;  // "these three days"
    if (unit == TimeUnit::kHour && count == 0) return false;
    if (unit == TimeUnit::kDay && count == 0) {
      return ReadModifiedDay(shift, time);
    }
    time->year = unit == TimeUnit::kYear && count == 0;
    if (!anchors_->published) return true;
    const Date now = *anchors_->published;
    if (count > 0 || rolling) {
      time->days = Window(unit, now, shift * std::max(count, 1));
    } else {
      time->days = Shift(unit, now, ShiftOf(unit, shift, now));
    }
    return true;
  }

  // The weekend of "this weekend" is the one before on a Monday; "last
  // weekend" never lies ahead.
  int ShiftOf(TimeUnit unit, int shift, Date now) const {
    if (unit != TimeUnit::kWeekend || shift > 0) return shift;
    const int day = WeekdayOf(now);
    if (shift < 0) return -1;
    return day >= 6 || looks_ahead_ ? 0 : -1;
  }

  // "the previous day", "the next day" hang on what was named before; "this
  // day" is none.
  bool ReadModifiedDay(int shift, TimeReading* time) const {
    if (shift == 0) return false;
    const std::size_t before = time->first;
    if (before == 0 || !s_.Is(before - 1, WordClass::kDeterminer)) return false;
    if (s_.Is(before, "last") || s_.Is(before, "past")) return false;
    return ReadPrior(shift < 0 ? "-1" : "1", time);
  }

  bool ReadModifiedMonth(std::size_t k, int shift, TimeReading* time) const {
    const TimeReading* date = DateAt(k);
    if (date == nullptr || date->date == nullptr || date->date->day ||
        date->date->year) {
      return false;
    }
    time->last = date->last;
    if (anchors_->published) {
      time->days = NearestDays(*date->date, *anchors_->published, shift);
    }
    return true;
  }

  // --- seasons ---

  // English seasons are also verbs and nouns: they need a modifier, "in" or
  // "of" before them, or a year after them.
  bool ReadSeason(const PhraseMatch& m, int shift, bool modified,
                  TimeReading* time) const {
    time->last = m.last;
    const int month = NoteNumber(m.entry->note);
    std::optional<int> year = YearAfter(m.last, time);
    if (!year && !modified && !s_.russian && !SeasonFits(m.first)) {
      return false;
    }
    if (!year && s_.russian && !modified && s_.word(m.first).capitalized &&
        m.first > 0) {
      return false;
    }
    if (!year) {
      if (!anchors_->published) return true;
      year = SeasonYear(month, shift, modified, *anchors_->published);
    }
    time->days = Season(*year, month);
    return true;
  }

  bool SeasonFits(std::size_t i) const {
    if (i == 0 || s_.word(i).capitalized || s_.Is(i + 1, "of")) return false;
    const bool the = s_.Is(i - 1, "the") && i >= 2;
    const std::size_t before = the ? i - 2 : i - 1;
    if (s_.Is(i, "fall") && !the) return false;
    return s_.Is(before, "in") || s_.Is(before, "since") ||
           s_.Is(before, "during") || s_.Is(before, "until") ||
           (the && s_.Is(before, "of"));
  }

  // In January "this winter" began the year before; "last" is the latest that
  // has passed; a bare season is the nearest, ahead where the sentence is.
  int SeasonYear(int month, int shift, bool modified, Date now) const {
    const int year = static_cast<int>(now.year());
    const bool in_winter = month == 12 && now.month() <= 2;
    if (shift > 0) return year + 1 - (in_winter ? 1 : 0);
    if (shift < 0) return year - 1 - (in_winter ? 1 : 0);
    if (in_winter) return year - 1;
    if (modified || looks_ahead_) return year;
    return now.month() >= month ? year : year - 1;
  }

  // The year at `k` or after "of": "2019", "last year". Moves time->last.
  std::optional<int> YearAfter(std::size_t k, TimeReading* time) const {
    if (s_.Is(k, "of") || s_.Is(k, ",")) ++k;
    if (const TimeReading* date = DateAt(k);
        date != nullptr && date->date != nullptr && date->date->year &&
        !date->date->month) {
      time->last = date->last;
      return date->date->year;
    }
    const std::size_t unit = Is(k, "last") || Is(k, "next") || Is(k, "this")
                                 ? At(k)->last
                                 : s_.Is(k, "the") ? k + 1 : s_.size();
    if (UnitAt(unit) == TimeUnit::kYear && anchors_->published) {
      time->last = At(unit)->last;
      const int shift = Is(k, "last") ? -1 : Is(k, "next") ? 1 : 0;
      return static_cast<int>(anchors_->published->year()) + shift;
    }
    return LoneYear(k, time);
  }

  // "spring 2019": four figures that no date reader takes alone.
  std::optional<int> LoneYear(std::size_t k, TimeReading* time) const {
    if (k >= s_.size() || s_.word(k).kind != WordKind::kNumber ||
        s_.word(k).normal.size() != 4) {
      return std::nullopt;
    }
    const auto value = FigureValue(s_.word(k).normal, false);
    if (!value || *value < 1800 || *value > 2100) return std::nullopt;
    time->last = k + 1;
    return static_cast<int>(*value);
  }

  // --- parts of years, decades, centuries ---

  // "the first quarter of 2020", "первом полугодии", "the 19th century".
  bool ReadOrdinalPart(std::size_t i, TimeReading* time) {
    const int index = OrdinalAt(i);
    const TimeUnit unit = UnitAt(i + 1);
    if (unit == TimeUnit::kCentury) {
      if (index > 22) return false;
      time->last = i + 2;
      time->days = DateInterval{Date(100 * (index - 1) + 1, 1, 1),
                                Date(100 * index, 12, 31)};
      return true;
    }
    const int parts = unit == TimeUnit::kQuarter ? 4
                      : unit == TimeUnit::kHalf  ? 2
                                                 : 0;
    if (index > parts) return false;
    return ReadPartOfYear(unit, index, i + 2, time);
  }

  bool ReadPartOfYear(TimeUnit unit, int index, std::size_t next,
                      TimeReading* time) const {
    const std::size_t old_last = time->last;
    std::optional<int> year = YearAfter(next, time);
    if (!year) {
      // Only Russian says "в первом квартале" of nothing but a year.
      if (!s_.russian || s_.Is(next, WordClass::kOpen)) {
        time->last = old_last;
        return false;
      }
      time->last = next;
      if (!anchors_->published) return true;
      year = static_cast<int>(anchors_->published->year());
      if (PartOfYear(unit, *year, index).from > *anchors_->published &&
          !looks_ahead_) {
        --*year;
      }
    }
    time->days = PartOfYear(unit, *year, index);
    return true;
  }

  // "the 1990s", "'90s", "1990-х годов", "90-е".
  bool ReadDecade(std::size_t i, TimeReading* time) const {
    const std::string_view word = s_.word(i).normal;
    const std::size_t figures = FigureLength(word);
    const std::string_view rest = word.substr(figures);
    const bool russian = rest == "-х" || rest == "-е" || rest == "-ми";
    if (rest != "s" && !russian) return false;
    int year = NoteNumber(word);
    if (year % 10 != 0 || (figures != 4 && figures != 2)) return false;
    if (figures == 2) {
      const bool apostrophe = i > 0 && s_.IsMark(i - 1, '\'');
      const bool years = UnitAt(i + 1) == TimeUnit::kYear;
      if (year < 20 || !(russian ? years : apostrophe)) return false;
      if (apostrophe) time->first = i - 1;
      year += 1900;
    }
    if (year < 1000 || year > 2100) return false;
    time->last = i + 1;
    if (russian && UnitAt(i + 1) == TimeUnit::kYear) ++time->last;
    time->days = DateInterval{Date(year, 1, 1), Date(year + 9, 12, 31)};
    return true;
  }

  // --- edges ---

  // "early May", "late last year", "by the end of the month", "mid-2019".
  bool ReadEdge(const PhraseMatch& m, TimeReading* time) {
    std::size_t k = m.last;
    if (s_.IsMark(k, '-')) ++k;
    if (s_.Is(k, "of")) ++k;
    const bool the = s_.Is(k, "the");
    const std::string_view note = m.entry->note;
    if (the) ++k;
    if (k >= s_.size()) return false;
    const bool far = note == "before" || note == "after";
    if (const TimeReading* date = DateAt(k)) {
      if (date->date == nullptr || date->date->day || far) return false;
      const std::size_t first = time->first;
      *time = *date;
      ReadDateRest(time);
      time->first = first;
    } else if (UnitAt(k) != TimeUnit::kNone && (the || s_.russian)) {
      // "the end of the year" is that of the current one.
      const TimeUnit unit = UnitAt(k);
      if (unit <= TimeUnit::kDay) return false;
      time->last = At(k)->last;
      if (anchors_->published) time->days = Shift(unit, *anchors_->published, 0);
    } else if (!ReadPeriod(k, time)) {
      return far && ReadFarWeekday(k, time);
    }
    time->first = m.first;
    time->date = nullptr;
    if (time->days) TakeEdge(note, time);
    return true;
  }

  // "later on Tuesday", "earlier Tuesday".
  bool ReadFarWeekday(std::size_t k, TimeReading* time) {
    if (s_.Is(k, "on")) ++k;
    if (!Is(k, "weekday") && !Is(k, "day")) return false;
    return Is(k, "weekday") ? ReadWeekday(*At(k), 0, time)
                            : ReadPoint(*At(k), time) && TakeLast(k, time);
  }

  bool TakeLast(std::size_t k, TimeReading* time) const {
    time->last = At(k)->last;
    return true;
  }

  void TakeEdge(std::string_view note, TimeReading* time) const {
    // "earlier this week" ends today, "later this week" starts today.
    if (note == "before" || note == "after") {
      if (!anchors_->published) return;
      const Date now = *anchors_->published;
      if (note == "before") time->days->to = std::min(time->days->to, now);
      if (note == "after") time->days->from = std::max(time->days->from, now);
      if (time->days->from > time->days->to) time->days.reset();
      return;
    }
    const TimeEdge edge = note == "early"    ? TimeEdge::kEarly
                          : note == "middle" ? TimeEdge::kMiddle
                          : note == "late"   ? TimeEdge::kLate
                          : note == "start"  ? TimeEdge::kStart
                                             : TimeEdge::kEnd;
    time->days = Edge(*time->days, edge);
  }

  // "in May last year", "15 апреля прошлого года": the year of a date.
  void ReadDateRest(TimeReading* time) const {
    if (time->date == nullptr) return;
    if (!time->date->day && time->days &&
        s_.word(time->first).normal.compare(0, 4, "mid-") == 0) {
      time->days = Edge(*time->days, TimeEdge::kMiddle);
    }
    if (time->date->year) return;
    TimeReading rest = *time;
    const std::optional<int> year = YearAfter(time->last, &rest);
    if (!year || rest.last <= time->last || !Modified(time->last)) return;
    time->last = rest.last;
    time->days = DaysOf(*time->date, *year);
  }

  bool Modified(std::size_t k) const {
    if (s_.Is(k, "of") || s_.Is(k, ",")) ++k;
    return Is(k, "last") || Is(k, "next") || Is(k, "this");
  }

  // --- counted units ---

  // "three days ago", "a week later", "спустя два дня", "год назад".
  bool ReadCounted(std::size_t i, TimeReading* time) {
    const PhraseMatch* number = NumberAt(i);
    int count = CountAt(i);
    std::size_t k = count == 0          ? i
                    : number != nullptr ? number->last
                                        : i + 1;
    if (count > 0 && (s_.Is(i, "a") || s_.Is(i, "an"))) {
      if (CountAt(k) > 0) {  // "a few days ago", "a couple of days ago"
        count = CountAt(k);
        k = NumberAt(k) != nullptr ? NumberAt(k)->last : k + 1;
      }
    }
    if (count == 0 && !IsLoneUnit(i)) return false;
    if (count == 0) count = 1;  // "год назад"
    const TimeUnit unit = UnitAt(k);
    if (unit == TimeUnit::kNone) return false;
    std::size_t last = At(k)->last;
    time->first = i;
    if (Is(last, "ago")) {
      time->last = At(last)->last;
      if (anchors_->published) {
        time->days = Point(unit, *anchors_->published, -count);
      }
      return true;
    }
    const int direction = DirectionOf(i, last, time);
    if (direction == 0) return false;
    if (anchors_->last_named) {
      time->days = Point(unit, *anchors_->last_named, direction * count);
    }
    return true;
  }

  // "год назад", "неделю назад": Russian needs no article.
  bool IsLoneUnit(std::size_t i) const {
    if (!s_.russian || UnitAt(i) == TimeUnit::kNone) return false;
    if (i > 0 && (NumberAt(i - 1) != nullptr ||
                  s_.Is(i - 1, WordClass::kNumber))) {
      return false;
    }
    for (const std::string_view unit :
         {"год", "неделю", "месяц", "день", "час", "квартал"}) {
      if (s_.Is(i, unit)) return true;
    }
    return false;
  }

  // -1 for "earlier", 1 for "later" and "спустя" round [first, last); 0 where
  // the unit is a mere length. Sets time->last.
  int DirectionOf(std::size_t first, std::size_t last,
                  TimeReading* time) const {
    time->last = last;
    if (const int direction = DirectionAfter(last); direction != 0) {
      const PhraseMatch* after = At(last);
      const std::size_t next = after != nullptr ? after->last : last + 1;
      if (s_.Is(next, "than") || s_.Is(next, "чем")) return 0;
      time->last = next;
      return direction;
    }
    // "спустя" goes before as well.
    if (first > 0 && (s_.Is(first - 1, "спустя"))) {
      time->first = first - 1;
      return 1;
    }
    return 0;
  }

  // "earlier" and "later" are edges as well: "earlier this week".
  int DirectionAfter(std::size_t i) const {
    if (Is(i, "later") || s_.Is(i, "later")) return 1;
    return Is(i, "earlier") || s_.Is(i, "earlier") ? -1 : 0;
  }

  // --- putting together ---

  void Add(TimeReading time) {
    if (time.days && time.days->from == time.days->to) {
      anchors_->last_named = time.days->from;
    }
    if (!out_.empty() && Merge(out_.back(), time)) return;
    TakeSince(&time);
    out_.push_back(time);
  }

  // Joins `time` to the one before where the two are a range, or a weekday and
  // its date.
  bool Merge(TimeReading& before, const TimeReading& time) {
    if (time.first < before.last) return true;
    const std::size_t gap = time.first - before.last;
    const bool comma = gap == 1 && s_.Is(before.last, ",");
    if (before.weekday && !time.weekday && time.date != nullptr &&
        time.date->day && (gap == 0 || comma)) {
      before.last = time.last;
      before.days = time.days;
      before.weekday = false;
      return true;
    }
    if (gap == 0 || gap > kMaxLinkWords || !Links(before, time, gap)) {
      return false;
    }
    before.last = time.last;
    if (!before.days || !time.days) {
      before.days.reset();
      return true;
    }
    DateInterval to = *time.days;
    if (before.weekday && time.weekday && to.to < before.days->from) {
      to.to += 7;
    }
    if (to.to < before.days->from) return false;
    before.days->to = to.to;
    return true;
  }

  bool Links(const TimeReading& before, const TimeReading& time,
             std::size_t gap) const {
    const std::size_t k = before.last;
    for (std::size_t i = k + 1; i < k + gap; ++i) {
      if (!s_.Is(i, "the") && !s_.Is(i, "early") && !s_.Is(i, "late")) {
        return false;
      }
    }
    if (s_.IsMark(k, '-')) return gap == 1;
    std::size_t opener = before.first;
    if (opener > 0 && s_.Is(opener - 1, "the")) --opener;
    const auto opens = [&](std::string_view word) {
      return opener > 0 && s_.Is(opener - 1, word);
    };
    if (s_.Is(k, "and") || s_.Is(k, "и")) {
      return opens("between") || opens("между");
    }
    if (s_.Is(k, "to") || s_.Is(k, "through") || s_.Is(k, "until") ||
        s_.Is(k, "till")) {
      return opens("from") || before.weekday == time.weekday;
    }
    return (s_.Is(k, "по") || s_.Is(k, "до")) &&
           (opens("с") || opens("со") || opens("от"));
  }

  // "since 2014": until publication.
  void TakeSince(TimeReading* time) const {
    std::size_t i = time->first;
    if (i > 0 && s_.Is(i - 1, "the")) --i;
    if (i == 0 || !s_.Is(i - 1, "since")) return;
    if (!anchors_->published) {
      time->days.reset();
    } else if (time->days && time->days->from <= *anchors_->published) {
      time->days->to = *anchors_->published;
    }
  }

  const SentenceReading& s_;
  std::vector<TimeReading> absolute_;
  TimeAnchors* anchors_;
  std::vector<TimeReading> out_;
  std::size_t match_ = 0;          // first of times.tsv from the word at hand
  std::size_t next_absolute_ = 0;  // the same of absolute_
  std::size_t skip_to_ = 0;
  bool looks_ahead_ = false;
};

}  // namespace

std::vector<TimeReading> ReadTimes(const SentenceReading& s,
                                   std::vector<TimeReading> absolute,
                                   TimeAnchors* anchors) {
  return Reader(s, std::move(absolute), anchors).Run();
}

}  // namespace rashomon
