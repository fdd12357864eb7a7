#include "engine/claims/time_expression_relative.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/claims/noun_phrase.h"
#include "engine/claims/number_figure.h"
#include "engine/claims/time_expression_calendar.h"
#include "engine/claims/time_expression_join.h"
#include "engine/claims/time_expression_words.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// "in recent days" reaches back this far, "recent weeks" and "months" too.
constexpr int kRecentDays = 10, kRecentWeeks = 35, kRecentMonths = 120;

class Reader {
 public:
  Reader(const SentenceReading& s, std::vector<TimeReading> absolute,
         TimeAnchors* anchors)
      : s_(s), w_(s, std::move(absolute)), anchors_(anchors) {
    for (const PhraseMatch& m : s.matches.of(ListId::kHedges)) {
      looks_ahead_ = looks_ahead_ || m.entry->category == "future";
    }
  }

  std::vector<TimeReading> Run() {
    for (std::size_t i = 0; i < s_.size();) {
      w_.MoveTo(i);
      if (!w_.MayBegin(i)) {
        ++i;
        continue;
      }
      TimeReading time;
      if (ReadAt(i, &time) && time.last > time.first) {
        Keep(time);
        i = std::max(time.last, i + 1);
      } else {
        i = skip_to_ > i ? skip_to_ : i + 1;
      }
    }
    return std::move(out_);
  }

 private:
  void Keep(const TimeReading& time) {
    if (time.days && time.days->from == time.days->to) {
      anchors_->last_named = time.days->from;
    }
    out_.push_back(time);
  }

  // --- one time ---

  bool ReadAt(std::size_t i, TimeReading* time) {
    skip_to_ = 0;
    if (const TimeReading* date = w_.DateAt(i)) {
      *time = *date;
      ReadDateRest(time);
      return true;
    }
    time->first = i;
    const PhraseMatch* m = w_.At(i);
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
    if (w_.OrdinalAt(i) > 0 && ReadOrdinalPart(i, time)) return true;
    return ReadCounted(i, time);
  }

  // Times with a length of which an edge can be taken.
  bool ReadPeriod(std::size_t i, TimeReading* time) {
    const PhraseMatch* m = w_.At(i);
    if (m == nullptr) {
      if (i >= s_.size()) return false;
      if (s_.word(i).kind == WordKind::kNumber && ReadDecade(i, time)) {
        return true;
      }
      return w_.OrdinalAt(i) > 0 && ReadOrdinalPart(i, time);
    }
    const std::string_view category = m->entry->category;
    if (category == "last") return ReadModified(*m, -1, time);
    if (category == "next") return ReadModified(*m, 1, time);
    if (category == "this") return ReadModified(*m, 0, time);
    if (category == "season") return ReadSeason(*m, 0, false, time);
    if (category == "quarter") {
      return ReadPartOfYear(TimeUnit::kQuarter, LeadingNumber(m->entry->note),
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
    const Date day = anchor + LeadingNumber(note);
    time->days = DateInterval{day, day};
  }

  // "on", "в" before the day belong to no span; "morning" after it does.
  void TakePart(TimeReading* time) const {
    if (w_.Is(time->last, "part")) ++time->last;
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
      const int weekday = LeadingNumber(m.entry->note);
      const int back = (WeekdayOf(now) - weekday + 7) % 7;
      Date day = now - back;
      // "к пятнице" is a term that lies ahead.
      const bool ahead =
          (looks_ahead_ && !SaidThen(m)) ||
          (m.first > 0 && s_.Is(m.first - 1, "к"));
      if (shift == 0 && ahead && back != 0) day += 7;
      // "next Friday" is that of the next week.
      if (shift > 0) day = now - WeekdayOf(now) + 7 + weekday;
      if (shift < 0 && back == 0) day -= 7;
      time->days = DateInterval{day, day};
    }
    TakePart(time);
    return true;
  }

  // "On Monday Holm said that it will": the day is that of the saying, told by
  // the verb before it in its clause, or else by the next one.
  bool SaidThen(const PhraseMatch& m) const {
    constexpr std::size_t kMaxBack = 8, kMaxAhead = 16;
    const std::size_t stop = m.first > kMaxBack ? m.first - kMaxBack : 0;
    for (std::size_t k = m.first; k-- > stop;) {
      if (IsVerb(s_.tags[k]) || IsAuxiliary(s_.tags[k])) return IsSaid(k);
    }
    const std::size_t end = std::min(s_.size(), m.last + kMaxAhead);
    for (std::size_t k = m.last; k < end; ++k) {
      if (IsFinite(s_.tags[k]) || IsAuxiliary(s_.tags[k])) return IsSaid(k);
    }
    return false;
  }

  bool IsSaid(std::size_t verb) const {
    if (!s_.Is(verb, Tag::kPast)) return false;
    const PhraseMatch* cue = MatchAt(s_, ListId::kCues, verb);
    return cue != nullptr && cue->entry->note.substr(0, 3) == "say";
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
           s_.Is(i, "с") || s_.Is(i, "к") || w_.Is(i, "last") || w_.Is(i, "next") ||
           w_.Is(i, "this") || s_.Is(i, "вечером") || s_.Is(i, "утром") ||
           s_.Is(i, "вечер") || s_.Is(i, "утро") || s_.Is(i, "ночь");
  }

  // --- modifiers: last, next, this, past ---

  bool ReadModified(const PhraseMatch& m, int shift, TimeReading* time) {
    std::size_t k = m.last;
    if (s_.Is(m.first, "on")) return false;
    const bool rolling = m.entry->note == "rolling";
    int count = 0;
    if (w_.UnitAt(k) == TimeUnit::kNone) {
      count = w_.CountAt(k);
      const PhraseMatch* number = count > 0 ? w_.NumberAt(k) : nullptr;
      if (count > 0) k = number != nullptr ? number->last : k + 1;
    }
    const TimeUnit unit = w_.UnitAt(k);
    if (unit != TimeUnit::kNone) {
      time->last = w_.At(k)->last;
      return ReadModifiedUnit(unit, shift, count, rolling, time);
    }
    if (count > 0 || k >= s_.size()) return false;
    if (w_.Is(k, "weekday")) return ReadWeekday(*w_.At(k), shift, time);
    if (w_.Is(k, "season")) return ReadSeason(*w_.At(k), shift, true, time);
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
    const TimeReading* date = w_.DateAt(k);
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
    const int month = LeadingNumber(m.entry->note);
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
    if (const TimeReading* date = w_.DateAt(k);
        date != nullptr && date->date != nullptr && date->date->year &&
        !date->date->month) {
      time->last = date->last;
      return date->date->year;
    }
    const std::size_t unit = w_.Is(k, "last") || w_.Is(k, "next") || w_.Is(k, "this")
                                 ? w_.At(k)->last
                                 : s_.Is(k, "the") ? k + 1 : s_.size();
    if (w_.UnitAt(unit) == TimeUnit::kYear && anchors_->published) {
      time->last = w_.At(unit)->last;
      const int shift = w_.Is(k, "last") ? -1 : w_.Is(k, "next") ? 1 : 0;
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
    const int index = w_.OrdinalAt(i);
    const TimeUnit unit = w_.UnitAt(i + 1);
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
    int year = LeadingNumber(word);
    if (year % 10 != 0 || (figures != 4 && figures != 2)) return false;
    if (figures == 2) {
      const bool apostrophe = i > 0 && s_.IsMark(i - 1, '\'');
      const bool years = w_.UnitAt(i + 1) == TimeUnit::kYear;
      if (year < 20 || !(russian ? years : apostrophe)) return false;
      if (apostrophe) time->first = i - 1;
      year += 1900;
    }
    if (year < 1000 || year > 2100) return false;
    time->last = i + 1;
    if (russian && w_.UnitAt(i + 1) == TimeUnit::kYear) ++time->last;
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
    if (const TimeReading* date = w_.DateAt(k)) {
      if (date->date == nullptr || date->date->day || far) return false;
      const std::size_t first = time->first;
      *time = *date;
      ReadDateRest(time);
      time->first = first;
    } else if (w_.UnitAt(k) != TimeUnit::kNone && (the || s_.russian)) {
      // "the end of the year" is that of the current one.
      const TimeUnit unit = w_.UnitAt(k);
      if (unit <= TimeUnit::kDay) return false;
      time->last = w_.At(k)->last;
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
    if (!w_.Is(k, "weekday") && !w_.Is(k, "day")) return false;
    return w_.Is(k, "weekday") ? ReadWeekday(*w_.At(k), 0, time)
                            : ReadPoint(*w_.At(k), time) && TakeLast(k, time);
  }

  bool TakeLast(std::size_t k, TimeReading* time) const {
    time->last = w_.At(k)->last;
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
    return w_.Is(k, "last") || w_.Is(k, "next") || w_.Is(k, "this");
  }

  // --- counted units ---

  // "three days ago", "a week later", "спустя два дня", "год назад".
  bool ReadCounted(std::size_t i, TimeReading* time) {
    const PhraseMatch* number = w_.NumberAt(i);
    int count = w_.CountAt(i);
    std::size_t k = count == 0          ? i
                    : number != nullptr ? number->last
                                        : i + 1;
    if (count > 0 && (s_.Is(i, "a") || s_.Is(i, "an"))) {
      if (w_.CountAt(k) > 0) {  // "a few days ago", "a couple of days ago"
        count = w_.CountAt(k);
        k = w_.NumberAt(k) != nullptr ? w_.NumberAt(k)->last : k + 1;
      }
    }
    if (count == 0 && !IsLoneUnit(i)) return false;
    if (count == 0) count = 1;  // "год назад"
    const TimeUnit unit = w_.UnitAt(k);
    if (unit == TimeUnit::kNone) return false;
    std::size_t last = w_.At(k)->last;
    time->first = i;
    if (w_.Is(last, "ago")) {
      time->last = w_.At(last)->last;
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
    if (!s_.russian || w_.UnitAt(i) == TimeUnit::kNone) return false;
    if (i > 0 && (w_.NumberAt(i - 1) != nullptr ||
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
      const PhraseMatch* after = w_.At(last);
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
    if (w_.Is(i, "later") || s_.Is(i, "later")) return 1;
    return w_.Is(i, "earlier") || s_.Is(i, "earlier") ? -1 : 0;
  }

  const SentenceReading& s_;
  TimeWords w_;
  TimeAnchors* anchors_;
  std::vector<TimeReading> out_;
  std::size_t skip_to_ = 0;
  bool looks_ahead_ = false;
};

}  // namespace

std::vector<TimeReading> ReadTimes(const SentenceReading& s,
                                   std::vector<TimeReading> absolute,
                                   TimeAnchors* anchors) {
  const std::vector<TimeReading> times =
      Reader(s, std::move(absolute), anchors).Run();
  return JoinTimes(s, anchors->published, times);
}

}  // namespace rashomon
