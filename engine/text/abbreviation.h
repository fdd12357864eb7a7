// What a full stop after a word means for the sentence.
//
//   AbbreviationClass("Gen") == StopClass::kNever;
//   AbbreviationClass("table") == StopClass::kOrdinary;
//
// The tables are data/abbreviations.tsv and data/sentence_words.tsv, which say
// what each class is. Thread-safe.
#ifndef RASHOMON_ENGINE_TEXT_ABBREVIATION_H_
#define RASHOMON_ENGINE_TEXT_ABBREVIATION_H_

#include <cstdint>
#include <string_view>

namespace rashomon {

enum class StopClass : std::uint8_t {
  kOrdinary,  // no abbreviation
  kNever,
  kNumber,
  kStarter,
  kCapital,
  kClock,
  kEra,
};

// `word` is without its last stop; inner stops stay ("U.S", "т.е").
StopClass AbbreviationClass(std::string_view word);

// Words as they stand at the start of a sentence: "The", "Однако".
bool IsSentenceStarter(std::string_view word);

// "said", "wrote": verbs that introduce or follow a quotation.
bool IsReportingVerb(std::string_view word);

// "EDT", "Monday": what may follow "p.m." within a sentence.
bool FollowsClock(std::string_view word);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_TEXT_ABBREVIATION_H_
