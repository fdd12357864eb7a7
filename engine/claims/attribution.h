// Who says what: cues with their source and content, in one sentence.
//
//   std::vector<Attribution> attributions;
//   FindAttributions(sentence, times, /*headline=*/false, &attributions);
//   for (const Attribution& a : attributions)
//     Use(a.source, a.cue, a.content);       // ranges of words
//
// Reads "X said (that) Y", "Y, said X", "X, he said, Y", "according to X",
// participles (", adding that"), cue nouns ("the claim that"), adverbs without
// a source ("reportedly"), headlines ("Y - Lavrov", "Lavrov: Y") and the
// Russian counterparts ("сообщил", "по словам").
#ifndef RASHOMON_ENGINE_CLAIMS_ATTRIBUTION_H_
#define RASHOMON_ENGINE_CLAIMS_ATTRIBUTION_H_

#include <cstddef>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "engine/claims/claim.h"
#include "engine/claims/sentence_reading.h"
#include "engine/claims/word_range.h"

namespace rashomon {

struct Attribution {
  WordRange source;  // empty: none in this sentence
  WordRange cue;
  // In order, not overlapping; never empty.
  absl::InlinedVector<WordRange, 2> content;
  CueClass cue_class = CueClass::kNeutral;
  // Of a denying cue: what is told is denied ("denied that", "denied taking
  // bribes"), not an offer or a plan turned down ("rejected the offer").
  bool denies = true;
  bool negated = false;   // "did not say"
  bool attitude = false;  // "wants", "backed": see Claim::attitude
};

// Puts them, in order of cue, in place of what `*attributions` holds. `times`:
// time expressions of the sentence, in order. `headline`: title sentences have
// forms of their own. Linear time.
void FindAttributions(const SentenceReading& s, const std::vector<Span>& times,
                      bool headline, std::vector<Attribution>* attributions);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_ATTRIBUTION_H_
