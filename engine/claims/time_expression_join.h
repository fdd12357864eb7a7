// Joins times that stand next to each other: ranges, and a weekday with its
// date; takes "since" into account.
//
//   JoinTimes(sentence, published, times)   // "between 2000 and 2006" is one
#ifndef RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_JOIN_H_
#define RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_JOIN_H_

#include <optional>

#include "engine/base/date.h"
#include "engine/claims/sentence_reading.h"
#include "engine/claims/time_expression_reading.h"

namespace rashomon {

// `times` in order; overlapping ones give way to the earlier. Linear time.
TimeReadings JoinTimes(const SentenceReading& s,
                       std::optional<Date> published,
                       const TimeReadings& times);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_JOIN_H_
