// What a report says is not so: the words it negates or tells a denial of.
//
//   const NegatedWords& negated = d.readings->Of(report, &NegatedWordsOf);
//   for (const NegatedWord& w : negated.in[sentence]) ... w.head ...
#ifndef RASHOMON_ENGINE_CONTRAST_NEGATED_WORDS_H_
#define RASHOMON_ENGINE_CONTRAST_NEGATED_WORDS_H_

#include <cstddef>
#include <vector>

#include "engine/claims/word_range.h"
#include "engine/contrast/report_index.h"

namespace rashomon {

struct NegatedWord {
  WordRange trigger;     // "not", "failed to", "denied"
  std::size_t head = 0;  // the verb, noun or adjective that it negates
  bool denial = false;   // somebody denies it
};

struct NegatedWords {
  std::vector<std::vector<NegatedWord>> in;  // of each sentence
};

// O(words); by ReadOnce, once a report.
NegatedWords NegatedWordsOf(const ReportIndex& report);

// Whether the word of the sentence is negated, alone or in one clause with a
// word that is.
bool IsNegatedAt(const ReportIndex& report, const NegatedWords& negated,
                 int sentence, std::size_t head);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_NEGATED_WORDS_H_
