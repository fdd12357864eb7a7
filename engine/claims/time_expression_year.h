// Years, and their parts and sums: seasons, quarters and halves, decades,
// centuries.
//
//   YearPartReader years(sentence, words, anchors, /*looks_ahead=*/false);
//   TimeReading time;
//   years.ReadDecade(i, &time);         // "the 1990s"
//   years.ReadOrdinalPart(i, &time);    // "the first quarter of 2020"
#ifndef RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_YEAR_H_
#define RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_YEAR_H_

#include <cstddef>
#include <optional>

#include "engine/claims/sentence_reading.h"
#include "engine/claims/time_expression_calendar.h"
#include "engine/claims/time_expression_reading.h"
#include "engine/claims/time_expression_words.h"

namespace rashomon {

// What it is given outlives it. Where a function finds nothing, *time is as it
// was, but for its first and last word.
class YearPartReader {
 public:
  // `looks_ahead`: the sentence tells of the future.
  YearPartReader(const SentenceReading& s, const TimeWords& words,
                 const TimeAnchors& anchors, bool looks_ahead)
      : s_(s), w_(words), anchors_(anchors), looks_ahead_(looks_ahead) {}

  // English seasons are also verbs and nouns: they need a modifier (`modified`;
  // `shift` -1 last, 1 next), "in" or "of" before them, or a year after them.
  bool ReadSeason(const PhraseMatch& m, int shift, bool modified,
                  TimeReading* time) const;
  // The year at word k or after "of": "2019", "last year". Moves time->last.
  std::optional<int> YearAfter(std::size_t k, TimeReading* time) const;
  // "the first quarter of 2020", "первом полугодии", "the 19th century".
  bool ReadOrdinalPart(std::size_t i, TimeReading* time) const;
  // Part `index` of the year that word `next` names.
  bool ReadPartOfYear(TimeUnit unit, int index, std::size_t next,
                      TimeReading* time) const;
  // "the 1990s", "'90s", "1990-х годов", "90-е".
  bool ReadDecade(std::size_t i, TimeReading* time) const;

 private:
  bool SeasonFits(std::size_t i) const;
  int SeasonYear(int month, int shift, bool modified, Date now) const;
  std::optional<int> LoneYear(std::size_t k, TimeReading* time) const;

  const SentenceReading& s_;
  const TimeWords& w_;
  const TimeAnchors& anchors_;
  const bool looks_ahead_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_TIME_EXPRESSION_YEAR_H_
