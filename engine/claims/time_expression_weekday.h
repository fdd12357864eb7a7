// Weekdays of a sentence, as days near publication.
//
//   WeekdayReader weekdays(sentence, words, anchors, /*looks_ahead=*/false);
//   TimeReading time;
//   weekdays.Read(match, -1, &time);    // "last Tuesday night"
#ifndef RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_WEEKDAY_H_
#define RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_WEEKDAY_H_

#include <cstddef>

#include "engine/claims/sentence_reading.h"
#include "engine/claims/time_expression_reading.h"
#include "engine/claims/time_expression_words.h"

namespace rashomon {

// Takes in "night" after a day.
void TakePartOfDay(const TimeWords& words, TimeReading* time);

// What it is given outlives it.
class WeekdayReader {
 public:
  // `looks_ahead`: the sentence tells of the future.
  WeekdayReader(const SentenceReading& s, const TimeWords& words,
                const TimeAnchors& anchors, bool looks_ahead)
      : s_(s), w_(words), anchors_(anchors), looks_ahead_(looks_ahead) {}

  // `m`: the name of the day. `shift`: -1 last, 1 next, 0 plain. False where
  // the word names no single day.
  bool Read(const PhraseMatch& m, int shift, TimeReading* time) const;

 private:
  bool SaidThen(const PhraseMatch& m) const;
  bool IsSaid(std::size_t verb) const;
  bool Fits(const PhraseMatch& m) const;

  const SentenceReading& s_;
  const TimeWords& w_;
  const TimeAnchors& anchors_;
  const bool looks_ahead_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_WEEKDAY_H_
