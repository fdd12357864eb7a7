// Times told by their distance from publication or from a day named before:
// "last week", "the past three months", "two days later", "early 2019".
//
// Words of times.tsv are put together by a small grammar:
//   [edge] [the] modifier [count] unit    "by the end of this year"
//   count unit ago | later | earlier      "three days ago"
//   [modifier] weekday [part of the day]  "last Tuesday night"
//   [edge] date                           "late May", "early 2019"
//   [modifier] season [of year]           "last spring", "in spring 2019"
//   ordinal quarter | half of year        "the first quarter of 2020"
//   decade | century                      "the 1990s", "the 19th century"
#ifndef RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_RELATIVE_H_
#define RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_RELATIVE_H_


#include "engine/claims/sentence_reading.h"
#include "engine/claims/time_expression_reading.h"

namespace rashomon {

// `absolute`: the dates of the sentence, in order, resolved already; those that
// became part of a longer time are left out of the result. All times of the
// sentence in order, not overlapping. Linear time.
TimeReadings ReadTimes(const SentenceReading& s, const TimeReadings& absolute,
                       TimeAnchors* anchors);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_RELATIVE_H_
