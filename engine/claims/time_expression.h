// Time expressions of a sentence, resolved to days where there is an anchor.
//
//   TimeContext context{published_day};
//   std::vector<TimeExpression> times;
//   FindTimes(sentence, dates, &context, &times);
//   // "on Tuesday" in an article of 2021-04-28 is 2021-04-27
//
// Absolute dates come from engine/text/date_expression.h; this adds relative
// ones and the years of dates without a year. Without a publication date only
// complete dates are resolved: the rest is found, with `days` empty.
#ifndef RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_H_
#define RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/base/date.h"
#include "engine/claims/claim.h"
#include "engine/claims/sentence_reading.h"
#include "engine/text/date_expression.h"

namespace rashomon {

// What relative times hang on, carried from sentence to sentence.
struct TimeContext {
  std::optional<Date> published;
  // The day last named: what "the day before" counts from. Nothing: the
  // publication day.
  std::optional<Date> last_named;
  std::size_t next_date = 0;  // into the field's dates
};

// `dates`: those of the whole field, in order. Linear time over a field.
// Puts them in place of what `*times` holds.
void FindTimes(const SentenceReading& s,
               const std::vector<DateExpression>& dates, TimeContext* context,
               std::vector<TimeExpression>* times);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_H_
