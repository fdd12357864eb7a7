#include "engine/claims/time_expression_relative.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/claims/time_expression_calendar.h"
#include "engine/claims/time_expression_join.h"
#include "engine/claims/time_expression_weekday.h"
#include "engine/claims/time_expression_words.h"
#include "engine/claims/time_expression_year.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// "in recent days" reaches back this far, "recent weeks" and "months" too.
constexpr int kRecentDays = 10, kRecentWeeks = 35, kRecentMonths = 120;

// Whether a sentence tells of the future.
bool LooksAhead(const SentenceReading& s) {
  const PhraseMatches hedges = s.matches.of(ListId::kHedges);
  return std::any_of(hedges.begin(), hedges.end(), [](const PhraseMatch& m) {
    return m.entry->category == "future";
  });
}

class Reader {
 public:
  Reader(const SentenceReading& s, const TimeReadings& absolute,
         TimeAnchors* anchors)
      : s_(s),
        w_(s, absolute),
        anchors_(anchors),
        looks_ahead_(LooksAhead(s)),
        weekdays_(s, w_, *anchors, looks_ahead_),
        years_(s, w_, *anchors, looks_ahead_) {}

  TimeReadings Run() {
    for (std::size_t i = 0; i < s_.size();) {
      if (!w_.MayBegin(i)) {
        ++i;
        continue;
      }
      w_.MoveTo(i);
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
    if (s_.word(i).kind == WordKind::kNumber && years_.ReadDecade(i, time)) {
      return true;
    }
    if (w_.OrdinalAt(i) > 0 && years_.ReadOrdinalPart(i, time)) return true;
    return ReadCounted(i, time);
  }

  // Times with a length of which an edge can be taken.
  bool ReadPeriod(std::size_t i, TimeReading* time) {
    const PhraseMatch* m = w_.At(i);
    if (m == nullptr) {
      if (i >= s_.size()) return false;
      if (s_.word(i).kind == WordKind::kNumber && years_.ReadDecade(i, time)) {
        return true;
      }
      return w_.OrdinalAt(i) > 0 && years_.ReadOrdinalPart(i, time);
    }
    const std::string_view category = m->entry->category;
    if (category == "last") return ReadModified(*m, -1, time);
    if (category == "next") return ReadModified(*m, 1, time);
    if (category == "this") return ReadModified(*m, 0, time);
    if (category == "season") return years_.ReadSeason(*m, 0, false, time);
    if (category == "quarter") {
      return years_.ReadPartOfYear(TimeUnit::kQuarter,
                                   LeadingNumber(m->entry->note), m->last,
                                   time);
    }
    return false;
  }

  bool ReadPoint(const PhraseMatch& m, TimeReading* time) {
    const std::string_view category = m.entry->category;
    const std::string_view note = m.entry->note;
    if (category == "day") {
      if (anchors_->published) SetDay(*anchors_->published, note, time);
      TakePartOfDay(w_, time);
      return true;
    }
    if (category == "weekday") return weekdays_.Read(m, 0, time);
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
    if (w_.Is(k, "weekday")) return weekdays_.Read(*w_.At(k), shift, time);
    if (w_.Is(k, "season")) {
      return years_.ReadSeason(*w_.At(k), shift, true, time);
    }
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
      if (anchors_->published) {
        time->days = Shift(unit, *anchors_->published, 0);
      }
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
    return w_.Is(k, "weekday") ? weekdays_.Read(*w_.At(k), 0, time)
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
    const std::optional<int> year = years_.YearAfter(time->last, &rest);
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
  const bool looks_ahead_;
  const WeekdayReader weekdays_;
  const YearPartReader years_;
  TimeReadings out_;
  std::size_t skip_to_ = 0;
};

}  // namespace

TimeReadings ReadTimes(const SentenceReading& s, const TimeReadings& absolute,
                       TimeAnchors* anchors) {
  return JoinTimes(s, anchors->published, Reader(s, absolute, anchors).Run());
}

}  // namespace rashomon
