#include "engine/claims/time_expression.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "engine/claims/number_figure.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// A date without a year is the one nearest to publication, but news looks back
// more than ahead: at most this many days ahead count as near.
constexpr int kMaxDaysAhead = 120;
// "in recent days" reaches back this far, "recent weeks" and "months" too.
constexpr int kRecentDays = 10, kRecentWeeks = 35, kRecentMonths = 120;

int NoteNumber(std::string_view note) {
  int value = 0;
  std::from_chars(note.data(), note.data() + note.size(), value);
  return value;
}

// ISO weekday, Monday 1.
int WeekdayOf(Date day) {
  return static_cast<int>(absl::GetWeekday(day)) + 1;
}

DateInterval OneDay(Date day) { return {day, day}; }

DateInterval WeekOf(Date day) {
  const Date monday = day - (WeekdayOf(day) - 1);
  return {monday, monday + 6};
}

DateInterval MonthOf(Date day, int offset) {
  const absl::CivilMonth month = absl::CivilMonth(day) + offset;
  return {Date(month), Date(month + 1) - 1};
}

DateInterval YearOf(Date day, int offset) {
  const absl::CivilYear year = absl::CivilYear(day) + offset;
  return {Date(year), Date(year + 1) - 1};
}

// Three months from `month` (3, 6, 9 or 12) of the year of `day` plus offset.
DateInterval SeasonOf(Date day, int month, int year_offset) {
  const absl::CivilMonth first(day.year() + year_offset, month);
  return {Date(first), Date(first + 3) - 1};
}

// --- absolute dates ---

std::optional<DateInterval> Days(const DateExpression& date, int year) {
  if (!date.month) {
    return DateInterval{Date(year, 1, 1), Date(year, 12, 31)};
  }
  if (!date.day) {
    return MonthOf(Date(year, *date.month, 1), 0);
  }
  const std::optional<Date> from = MakeDate(year, *date.month, *date.day);
  if (!from) return std::nullopt;
  if (!date.to_day) return OneDay(*from);
  const int to_month = date.to_month.value_or(*date.month);
  const std::optional<Date> to =
      MakeDate(to_month < *date.month ? year + 1 : year, to_month,
               *date.to_day);
  if (!to || *to < *from) return std::nullopt;
  return DateInterval{*from, *to};
}

// The year in which a date without one lies nearest to publication.
std::optional<DateInterval> NearestYear(const DateExpression& date,
                                        Date published) {
  std::optional<DateInterval> best;
  int best_distance = 0;
  for (int offset = -1; offset <= 1; ++offset) {
    const int year = static_cast<int>(published.year()) + offset;
    if (year < 1 || year > 9999) continue;
    const std::optional<DateInterval> days = Days(date, year);
    if (!days) continue;
    const int ahead = static_cast<int>(days->from - published);
    if (ahead > kMaxDaysAhead) continue;
    const int distance = std::abs(ahead);
    if (!best || distance < best_distance) {
      best = days;
      best_distance = distance;
    }
  }
  return best;
}

std::optional<DateInterval> Resolve(const DateExpression& date,
                                    const TimeContext& context) {
  if (date.year) return Days(date, *date.year);
  if (!context.published) return std::nullopt;
  if (!date.month && !date.day) return std::nullopt;
  return NearestYear(date, *context.published);
}

// --- relative times ---

class RelativeReader {
 public:
  RelativeReader(const SentenceReading& s, TimeContext* context)
      : s_(s), context_(context) {
    for (const PhraseMatch& m : s.matches.of(ListId::kHedges)) {
      looks_ahead_ = looks_ahead_ || m.entry->category == "future";
    }
  }

  // Reads match `m` of times.tsv; `next` is the match after it, if any. False
  // where it is no time after all. `*used_next`: the two are one expression.
  bool Read(const PhraseMatch& m, const PhraseMatch* next,
            TimeExpression* time, bool* used_next) {
    first_ = m.first;
    last_ = m.last;
    days_.reset();
    *used_next = false;
    if (!ReadCategory(m, next, used_next)) return false;
    time->span = s_.SpanOf(first_, last_);
    time->days = days_;
    return true;
  }

 private:
  bool ReadCategory(const PhraseMatch& m, const PhraseMatch* next,
                    bool* used_next) {
    const std::string_view category = m.entry->category;
    const std::string_view note = m.entry->note;
    if (category == "day") return SetDay(NoteNumber(note));
    if (category == "weekday") return ReadWeekday(NoteNumber(note), 0);
    if (category == "prior") return ReadPrior(note);
    if (category == "week") return ReadWeek(note, m.entry->phrase);
    if (category == "month" || category == "year") {
      return ReadPeriod(category == "year", NoteNumber(note));
    }
    if (category == "season") return ReadSeason(NoteNumber(note));
    if (category == "ago") return ReadAgo(m);
    return ReadModified(category, next, used_next);
  }

  bool SetDay(int offset) {
    if (context_->published) days_ = OneDay(*context_->published + offset);
    Widen();
    return true;
  }

  // "on", "в", "во" before the day belong to no span; "morning" after it does.
  void Widen() {
    static constexpr std::string_view kParts[] = {"morning", "afternoon",
                                                  "evening", "night"};
    for (const std::string_view part : kParts) {
      if (s_.Is(last_, part)) {
        ++last_;
        return;
      }
    }
  }

  // shift: -1 last, 1 next, 0 plain.
  bool ReadWeekday(int weekday, int shift) {
    if (context_->published) {
      const Date now = *context_->published;
      const int back = (WeekdayOf(now) - weekday + 7) % 7;
      Date day = now - back;
      if (shift > 0 || (shift == 0 && looks_ahead_ && back != 0)) day += 7;
      if (shift < 0 && back == 0) day -= 7;
      days_ = OneDay(day);
    }
    Widen();
    return true;
  }

  bool ReadPrior(std::string_view note) {
    const std::optional<Date> anchor =
        context_->last_named ? context_->last_named : context_->published;
    if (note == "recent") {
      if (context_->published) {
        days_ = {*context_->published - kRecentDays, *context_->published};
      }
      return true;
    }
    if (anchor) days_ = OneDay(*anchor + NoteNumber(note));
    return true;
  }

  bool ReadWeek(std::string_view note, std::string_view phrase) {
    if (!context_->published) return true;
    const Date now = *context_->published;
    const bool months = phrase.find("month") != std::string_view::npos;
    const bool weeks = phrase.find("week") != std::string_view::npos ||
                       phrase.find("недел") != std::string_view::npos;
    const int reach = months  ? kRecentMonths
                      : weeks ? kRecentWeeks
                              : kRecentDays;
    if (note == "recent") {
      days_ = {now - reach, now};
    } else if (note == "coming") {
      days_ = {now, now + reach};
    } else if (note == "weekend") {
      const Date saturday = now - (WeekdayOf(now) + 1) % 7;
      days_ = looks_ahead_ && WeekdayOf(now) < 6
                  ? DateInterval{saturday + 7, saturday + 8}
                  : DateInterval{saturday, saturday + 1};
    } else {
      days_ = WeekOf(now + 7 * NoteNumber(note));
      Narrow(now);
    }
    return true;
  }

  // "earlier this week" ends today, "later this week" starts today.
  void Narrow(Date now) {
    if (first_ >= s_.size() || !days_) return;
    if (s_.Is(first_, "earlier")) days_->to = std::min(days_->to, now);
    if (s_.Is(first_, "later")) days_->from = std::max(days_->from, now);
  }

  bool ReadPeriod(bool year, int offset) {
    if (!context_->published) return true;
    const Date now = *context_->published;
    days_ = year ? YearOf(now, offset) : MonthOf(now, offset);
    Narrow(now);
    return true;
  }

  // Months 3, 6, 9, 12; negative: of last year; from 100: of next year.
  bool ReadSeason(int code) {
    if (!context_->published) return true;
    const int year = code < 0 ? -1 : code > 100 ? 1 : 0;
    days_ = SeasonOf(*context_->published,
                     code < 0 ? -code : code > 100 ? code - 100 : code, year);
    return true;
  }

  // "three days ago", "2 недели назад", "a week ago".
  bool ReadAgo(const PhraseMatch& m) {
    std::optional<int> count;
    if (m.first > 0) {
      count = CountBefore(m.first);
      if (count) first_ = m.first - 1;
    }
    if (!count && s_.russian) count = 1;
    if (!count) return false;
    const std::string_view unit = s_.word(m.first).normal;
    if (!context_->published || *count > 3000) return true;
    const Date now = *context_->published;
    if (Starts(unit, "day") || unit == "дней" || unit == "дня" ||
        unit == "день") {
      days_ = OneDay(now - *count);
    } else if (Starts(unit, "week") || Starts(unit, "недел")) {
      days_ = DateInterval{now - 7 * *count - 3, now - 7 * *count + 3};
    } else if (Starts(unit, "month") || Starts(unit, "месяц")) {
      days_ = MonthOf(now, -*count);
    } else if (Starts(unit, "year") || Starts(unit, "год") || unit == "лет") {
      days_ = YearOf(now, -*count);
    } else {
      days_ = OneDay(now);
    }
    return true;
  }

  static bool Starts(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
  }

  std::optional<int> CountBefore(std::size_t i) const {
    const Word& word = s_.word(i - 1);
    if (word.normal == "a" || word.normal == "an" || word.normal == "one") {
      return 1;
    }
    if (word.kind == WordKind::kNumber) {
      const std::optional<double> value = FigureValue(word.normal, s_.russian);
      if (value && *value >= 1 && *value < 10000) {
        return static_cast<int>(*value);
      }
      return std::nullopt;
    }
    const std::vector<PhraseMatch>& numbers = s_.matches.of(ListId::kNumbers);
    const auto m = std::lower_bound(
        numbers.begin(), numbers.end(), i - 1,
        [](const PhraseMatch& n, std::size_t at) { return n.first < at; });
    if (m != numbers.end() && m->first == i - 1 &&
        m->entry->category == "cardinal") {
      return NoteNumber(m->entry->note);
    }
    return std::nullopt;
  }

  // "last Tuesday", "next Friday", "this Monday", "в прошлый вторник".
  bool ReadModified(std::string_view category, const PhraseMatch* next,
                    bool* used_next) {
    const int shift = category == "last" ? -1 : category == "next" ? 1 : 0;
    if (next == nullptr || next->first != last_ ||
        next->entry->category != "weekday") {
      return false;
    }
    *used_next = true;
    if (s_.Is(first_, "on")) first_ = next->first;
    last_ = next->last;
    return ReadWeekday(NoteNumber(next->entry->note), shift);
  }

  const SentenceReading& s_;
  TimeContext* context_;
  bool looks_ahead_ = false;
  std::size_t first_ = 0, last_ = 0;
  std::optional<DateInterval> days_;
};

void AddAbsolute(const SentenceReading& s,
                 const std::vector<DateExpression>& dates,
                 TimeContext* context, std::vector<TimeExpression>* out) {
  while (context->next_date < dates.size() &&
         dates[context->next_date].span.end <= s.span.begin) {
    ++context->next_date;
  }
  for (std::size_t d = context->next_date;
       d < dates.size() && dates[d].span.begin < s.span.end; ++d) {
    if (!Contains(s.span, dates[d].span)) continue;
    out->push_back({dates[d].span, Resolve(dates[d], *context)});
  }
}

void AddRelative(const SentenceReading& s, TimeContext* context,
                 std::vector<TimeExpression>* out) {
  RelativeReader reader(s, context);
  const std::vector<PhraseMatch>& matches = s.matches.of(ListId::kTimes);
  const std::size_t absolute = out->size();
  std::size_t a = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    TimeExpression time;
    bool used_next = false;
    const PhraseMatch* next =
        i + 1 < matches.size() ? &matches[i + 1] : nullptr;
    if (!reader.Read(matches[i], next, &time, &used_next)) continue;
    i += used_next;
    while (a < absolute && (*out)[a].span.end <= time.span.begin) ++a;
    if (a < absolute && Overlaps((*out)[a].span, time.span)) continue;
    out->push_back(time);
  }
}

}  // namespace

std::vector<TimeExpression> FindTimes(const SentenceReading& s,
                                      const std::vector<DateExpression>& dates,
                                      TimeContext* context) {
  std::vector<TimeExpression> out;
  AddAbsolute(s, dates, context, &out);
  for (const TimeExpression& time : out) {
    if (time.days && time.days->from == time.days->to) {
      context->last_named = time.days->from;
    }
  }
  AddRelative(s, context, &out);
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.span < b.span;
  });
  return out;
}

}  // namespace rashomon
