// Where noun phrases end, by the tags of their words.
//
//   WordRange p = NounPhraseAt(s, i);     // "the director of the museum"
//   if (!p.empty()) Show(s.SpanOf(p.first, p.last));
//
// Without relative clauses; with "of" phrases where asked. Time: at most
// kMaxPhraseWords words a call.
#ifndef RASHOMON_ENGINE_CLAIMS_NOUN_PHRASE_H_
#define RASHOMON_ENGINE_CLAIMS_NOUN_PHRASE_H_

#include <cstddef>
#include <vector>

#include "engine/base/span.h"
#include "engine/claims/sentence_reading.h"
#include "engine/claims/word_range.h"

namespace rashomon {

inline constexpr std::size_t kMaxPhraseWords = 24;

// The phrase that begins at word i, without what hangs on its head; empty
// where none begins there.
WordRange BasePhraseAt(const SentenceReading& s, std::size_t i);

// The same with "of" phrases (Russian: with genitives).
WordRange NounPhraseAt(const SentenceReading& s, std::size_t i);

// The same with what "and" joins to it; unless `before_verb` not where a verb
// follows, which makes that another clause's subject.
WordRange JoinedPhraseAt(const SentenceReading& s, std::size_t i,
                      bool before_verb = false);

// Whether words [first, last) touch one of `times`, which are in order.
bool TouchesTime(const SentenceReading& s, const WordRange& p,
                 const std::vector<Span>& times);

// The entry of `id` that covers word i, or nullptr.
inline const PhraseMatch* MatchAt(const SentenceReading& s, ListId id,
                                  std::size_t i) {
  return s.matches.At(id, i);
}

// Whether word i stands in acts.tsv with that category.
bool IsAct(const SentenceReading& s, std::size_t i, std::string_view category);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_NOUN_PHRASE_H_
