#include "engine/claims/time_expression_weekday.h"

#include <algorithm>

#include "engine/claims/noun_phrase.h"
#include "engine/claims/time_expression_calendar.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

void TakePartOfDay(const TimeWords& words, TimeReading* time) {
  if (words.Is(time->last, "part")) ++time->last;
}

bool WeekdayReader::Read(const PhraseMatch& m, int shift,
                         TimeReading* time) const {
  if (!Fits(m)) return false;
  time->last = m.last;
  time->weekday = true;
  if (anchors_.published) {
    const Date now = *anchors_.published;
    const int weekday = LeadingNumber(m.entry->note);
    const int back = (WeekdayOf(now) - weekday + 7) % 7;
    Date day = now - back;
    // "к пятнице" is a term that lies ahead.
    const bool ahead = (looks_ahead_ && !SaidThen(m)) ||
                       (m.first > 0 && s_.Is(m.first - 1, "к"));
    if (shift == 0 && ahead && back != 0) day += 7;
    // "next Friday" is that of the next week.
    if (shift > 0) day = now - WeekdayOf(now) + 7 + weekday;
    if (shift < 0 && back == 0) day -= 7;
    time->days = DateInterval{day, day};
  }
  TakePartOfDay(w_, time);
  return true;
}

// "On Monday Holm said that it will": the day is that of the saying, told by
// the verb before it in its clause, or else by the next one.
bool WeekdayReader::SaidThen(const PhraseMatch& m) const {
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

bool WeekdayReader::IsSaid(std::size_t verb) const {
  if (!s_.Is(verb, Tag::kPast)) return false;
  const PhraseMatch* cue = MatchAt(s_, ListId::kCues, verb);
  return cue != nullptr && cue->entry->note.substr(0, 3) == "say";
}

// "среду" is an environment, too: a weekday only after a preposition or a
// modifier. "Mondays" are no day.
bool WeekdayReader::Fits(const PhraseMatch& m) const {
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
  return s_.Is(i, "в") || s_.Is(i, "до") || s_.Is(i, "со") || s_.Is(i, "с") ||
         s_.Is(i, "к") || w_.Is(i, "last") || w_.Is(i, "next") ||
         w_.Is(i, "this") || s_.Is(i, "вечером") || s_.Is(i, "утром") ||
         s_.Is(i, "вечер") || s_.Is(i, "утро") || s_.Is(i, "ночь");
}

}  // namespace rashomon
