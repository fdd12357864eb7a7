// What stands at a word of a sentence, for the readers of times: words of
// times.tsv, dates, counts and ordinals.
//
//   words.MoveTo(i);                       // only forward
//   words.UnitAt(i + 1) == TimeUnit::kYear
#ifndef RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_WORDS_H_
#define RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_WORDS_H_

#include <cstddef>
#include <string_view>

#include "engine/claims/sentence_reading.h"
#include "engine/claims/time_expression_calendar.h"
#include "engine/claims/time_expression_reading.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

// Lives no longer than the sentence. Look-ups cost as many steps as the word
// asked for lies ahead of the word moved to.
class TimeWords {
 public:
  // `absolute`: the dates of the sentence, in order.
  TimeWords(const SentenceReading& s, const TimeReadings& absolute)
      : s_(s), absolute_(absolute) {}

  // What lies before word i is never asked for again.
  void MoveTo(std::size_t i);

  // Whether a time can begin at word i; false for most words.
  bool MayBegin(std::size_t i) const;
  // The phrase of times.tsv that begins at word i.
  const PhraseMatch* At(std::size_t i) const;
  bool Is(std::size_t i, std::string_view category) const;
  TimeUnit UnitAt(std::size_t i) const;
  // The date that begins at word i.
  const TimeReading* DateAt(std::size_t i) const;
  // The phrase of numbers.tsv that begins at word i.
  const PhraseMatch* NumberAt(std::size_t i) const;
  // The count at word i: a figure, a number word, "a", "few"; 0 for none.
  int CountAt(std::size_t i) const;
  // The ordinal at word i: "third", "19th", "XIX"; 0 for none.
  int OrdinalAt(std::size_t i) const;

 private:
  bool IsVagueCount(std::size_t i) const;

  const SentenceReading& s_;
  const TimeReadings& absolute_;
  std::size_t match_ = 0;          // first of times.tsv from the word at hand
  std::size_t next_absolute_ = 0;  // the same of absolute_
};

// The whole number that a note or figure begins with; 0 for none.
int LeadingNumber(std::string_view text);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_WORDS_H_
