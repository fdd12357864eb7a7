// What stands at a word of a sentence, for the readers of names: places, roles,
// given names, and how far a run of name words goes.
//
//   const NameWords words(sentence, times);
//   words.RunEnd(0) == 3;             // "Arvid van Holm" in "Arvid van Holm
//   left" words.PlaceAt(4)->entry->category == "capital";
#ifndef RASHOMON_ENGINE_CLAIMS_NAME_WORDS_H_
#define RASHOMON_ENGINE_CLAIMS_NAME_WORDS_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/base/span.h"
#include "engine/claims/sentence_reading.h"
#include "engine/claims/span_marks.h"

namespace rashomon {

// A name has at most so many words, not counting particles and marks.
inline constexpr std::size_t kMaxNameWords = 6;

inline bool HasCategory(const PhraseMatch* match, std::string_view category) {
  return match != nullptr && match->entry->category == category;
}

// Of organisations.tsv: "ministry", "act"; no name by itself.
inline bool IsHeadNoun(const PhraseMatch* match) {
  return HasCategory(match, "head") || HasCategory(match, "thing");
}

// Lives no longer than the sentence.
class NameWords {
 public:
  // `times`: time expressions of the sentence, in order.
  NameWords(const SentenceReading& s, const std::vector<Span>& times);

  // Weekdays, months and whatever stands in a time expression.
  bool IsTime(std::size_t i) const { return !is_time_.empty() && is_time_[i]; }
  std::string_view Bytes(std::size_t i) const;
  // Null where a list has no name there, or only the head of one.
  const PhraseMatch* PlaceAt(std::size_t i) const;
  const PhraseMatch* OrganisationAt(std::size_t i) const;
  const PhraseMatch* RoleAt(std::size_t i) const;
  bool IsGiven(std::size_t i) const;

  bool IsCapital(std::size_t i) const;
  bool IsNameWord(std::size_t i) const;
  // The end of the run of name words from i on; i where there is none.
  std::size_t RunEnd(std::size_t i) const;
  // A capital here may come from where the word stands.
  bool Starts(std::size_t i) const;

 private:
  bool GoesOnName(std::size_t i) const;
  std::size_t NextInName(std::size_t i, bool started) const;

  const SentenceReading& s_;
  WordMarks is_time_;  // of each word; empty where there is no time
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_NAME_WORDS_H_
