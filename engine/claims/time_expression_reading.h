// One time of a sentence while it is being read.
#ifndef RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_READING_H_
#define RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_READING_H_

#include <cstddef>
#include <optional>

#include "absl/container/inlined_vector.h"
#include "engine/base/date.h"
#include "engine/text/date_expression.h"

namespace rashomon {

// A time as words [first, last) of the sentence.
struct TimeReading {
  std::size_t first = 0;
  std::size_t last = 0;
  std::optional<DateInterval> days;
  // A date without a year may take that of what follows: "in May last year".
  const DateExpression* date = nullptr;
  bool weekday = false;  // "Tuesday" before ", April 27"
  bool year = false;     // "last year" after "in May"
};

// Those of one sentence; few have more.
using TimeReadings = absl::InlinedVector<TimeReading, 3>;

struct TimeAnchors {
  std::optional<Date> published;
  std::optional<Date> last_named;  // updated on the way
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_READING_H_
