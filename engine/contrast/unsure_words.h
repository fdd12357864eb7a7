// What a report leaves unsure: the words it hedges, calls alleged, or puts in
// the conditional or future, each with the hedge that does so.
//
//   const UnsureWords& unsure = d.readings->Of(report, &UnsureWordsOf);
//   for (const UnsureWord& w : unsure.in[sentence]) ... w.head ...
//   MannerAt(report, unsure, sentence, word).weak
#ifndef RASHOMON_ENGINE_CONTRAST_UNSURE_WORDS_H_
#define RASHOMON_ENGINE_CONTRAST_UNSURE_WORDS_H_

#include <cstddef>
#include <vector>

#include "engine/claims/claim.h"
#include "engine/claims/word_range.h"
#include "engine/contrast/report_index.h"

namespace rashomon {

struct UnsureWord {
  WordRange trigger;       // the hedge
  std::size_t head = 0;    // the verb, noun or adjective that it weakens
  Certainty certainty = Certainty::kHedged;
  double strength = 0;
};

struct UnsureWords {
  std::vector<std::vector<UnsureWord>> in;  // of each sentence
};

// O(words); by ReadOnce, once a report.
UnsureWords UnsureWordsOf(const ReportIndex& report);

// How a report puts a predicate.
struct Manner {
  bool weak = false;  // hedged, alleged or on a condition
  bool future = false;
  // The grammar of another verb leaves it open: "a deal to end the strike".
  bool open = false;

  bool asserted() const { return !weak && !future && !open; }
};

// Of the word `head` of a sentence. O(hedges of the sentence).
Manner MannerAt(const ReportIndex& report, const UnsureWords& unsure,
                int sentence, std::size_t head);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_UNSURE_WORDS_H_
