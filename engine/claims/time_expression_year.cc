#include "engine/claims/time_expression_year.h"

#include <string_view>

#include "engine/claims/number_figure.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

// English seasons are also verbs and nouns: they need a modifier, "in" or
// "of" before them, or a year after them.
bool YearPartReader::ReadSeason(const PhraseMatch& m, int shift, bool modified,
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
    if (!anchors_.published) return true;
    year = SeasonYear(month, shift, modified, *anchors_.published);
  }
  time->days = Season(*year, month);
  return true;
}

bool YearPartReader::SeasonFits(std::size_t i) const {
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
int YearPartReader::SeasonYear(int month, int shift, bool modified,
                               Date now) const {
  const int year = static_cast<int>(now.year());
  const bool in_winter = month == 12 && now.month() <= 2;
  if (shift > 0) return year + 1 - (in_winter ? 1 : 0);
  if (shift < 0) return year - 1 - (in_winter ? 1 : 0);
  if (in_winter) return year - 1;
  if (modified || looks_ahead_) return year;
  return now.month() >= month ? year : year - 1;
}

// The year at `k` or after "of": "2019", "last year". Moves time->last.
std::optional<int> YearPartReader::YearAfter(std::size_t k,
                                             TimeReading* time) const {
  if (s_.Is(k, "of") || s_.Is(k, ",")) ++k;
  if (const TimeReading* date = w_.DateAt(k);
      date != nullptr && date->date != nullptr && date->date->year &&
      !date->date->month) {
    time->last = date->last;
    return date->date->year;
  }
  const bool modified =
      w_.Is(k, "last") || w_.Is(k, "next") || w_.Is(k, "this");
  const std::size_t unit = modified          ? w_.At(k)->last
                           : s_.Is(k, "the") ? k + 1
                                             : s_.size();
  if (w_.UnitAt(unit) == TimeUnit::kYear && anchors_.published) {
    time->last = w_.At(unit)->last;
    const int shift = w_.Is(k, "last") ? -1 : w_.Is(k, "next") ? 1 : 0;
    return static_cast<int>(anchors_.published->year()) + shift;
  }
  return LoneYear(k, time);
}

// "spring 2019": four figures that no date reader takes alone.
std::optional<int> YearPartReader::LoneYear(std::size_t k,
                                            TimeReading* time) const {
  if (k >= s_.size() || s_.word(k).kind != WordKind::kNumber ||
      s_.word(k).normal.size() != 4) {
    return std::nullopt;
  }
  const auto value = FigureValue(s_.word(k).normal, false);
  if (!value || *value < 1800 || *value > 2100) return std::nullopt;
  time->last = k + 1;
  return static_cast<int>(*value);
}

// "the first quarter of 2020", "первом полугодии", "the 19th century".
bool YearPartReader::ReadOrdinalPart(std::size_t i, TimeReading* time) const {
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

bool YearPartReader::ReadPartOfYear(TimeUnit unit, int index, std::size_t next,
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
    if (!anchors_.published) return true;
    year = static_cast<int>(anchors_.published->year());
    if (PartOfYear(unit, *year, index).from > *anchors_.published &&
        !looks_ahead_) {
      --*year;
    }
  }
  time->days = PartOfYear(unit, *year, index);
  return true;
}

// "the 1990s", "'90s", "1990-х годов", "90-е".
bool YearPartReader::ReadDecade(std::size_t i, TimeReading* time) const {
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

}  // namespace rashomon
