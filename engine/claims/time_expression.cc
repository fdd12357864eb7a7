#include "engine/claims/time_expression.h"


#include "engine/claims/time_expression_calendar.h"
#include "engine/claims/time_expression_relative.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

std::optional<DateInterval> Resolve(const DateExpression& date,
                                    const TimeContext& context) {
  if (date.year) return DaysOf(date, *date.year);
  if (!context.published) return std::nullopt;
  if (!date.month && !date.day) return std::nullopt;
  return NearestDays(date, *context.published, 0);
}

// The words of each date. A date that covers no whole word has none.
TimeReadings Absolute(const SentenceReading& s,
                                  const std::vector<DateExpression>& dates,
                                  TimeContext* context) {
  TimeReadings out;
  while (context->next_date < dates.size() &&
         dates[context->next_date].span.end <= s.span.begin) {
    ++context->next_date;
  }
  std::size_t word = 0;
  for (std::size_t d = context->next_date;
       d < dates.size() && dates[d].span.begin < s.span.end; ++d) {
    if (!Contains(s.span, dates[d].span)) continue;
    while (word < s.size() && s.word(word).span.end <= dates[d].span.begin) {
      ++word;
    }
    TimeReading time;
    time.first = word;
    while (word < s.size() && s.word(word).span.begin < dates[d].span.end) {
      ++word;
    }
    time.last = word;
    if (time.last == time.first) continue;
    time.days = Resolve(dates[d], *context);
    time.date = &dates[d];
    out.push_back(time);
  }
  return out;
}

bool MayHaveTimes(const SentenceReading& s,
                  const TimeReadings& absolute) {
  if (!absolute.empty() || !s.matches.of(ListId::kTimes).empty()) return true;
  // "the 1990s" needs no word of the list.
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s.classes[i] == WordClass::kNumber && s.word(i).normal.size() > 4) {
      return true;
    }
  }
  return false;
}

}  // namespace

void FindTimes(const SentenceReading& s,
               const std::vector<DateExpression>& dates, TimeContext* context,
               std::vector<TimeExpression>* times) {
  times->clear();
  const TimeReadings absolute = Absolute(s, dates, context);
  if (!MayHaveTimes(s, absolute)) return;
  TimeAnchors anchors{context->published, context->last_named};
  for (const TimeReading& time : ReadTimes(s, absolute, &anchors)) {
    times->push_back({s.SpanOf(time.first, time.last), time.days});
  }
  context->last_named = anchors.last_named;
}

}  // namespace rashomon
