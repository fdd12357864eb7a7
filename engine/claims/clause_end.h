// Where an object, a clause or the content of a cue ends.
//
//   ClauseEnds ends(phrases);
//   ends.ContentEnd(said, said + 1, /*clausal=*/true)   // of "it was true" in
//                            // "who said it was true, left"
//
// By parts of speech and punctuation; no parse. Each look goes a bounded number
// of words, so that a sentence costs linear time.
#ifndef RASHOMON_ENGINE_CLAIMS_CLAUSE_END_H_
#define RASHOMON_ENGINE_CLAIMS_CLAUSE_END_H_

#include <cstddef>

#include "engine/claims/phrase.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

class ClauseEnds {
 public:
  // `phrases` outlives it.
  explicit ClauseEnds(const Phrases& phrases)
      : p_(phrases), s_(phrases.sentence()) {}

  // One past the last word of the sentence without its stop.
  std::size_t SentenceEnd(std::size_t from) const;
  // The end of an object: at a comma, a stop, or an adjunct of time.
  std::size_t ObjectEnd(std::size_t first) const;
  // The end of the content that starts at `first` of a cue at `cue`: the
  // sentence's end, or that of the subordinate clause in which the cue stands.
  // `clausal`: the content has a verb of its own.
  std::size_t ContentEnd(std::size_t cue, std::size_t first,
                         bool clausal) const;
  // The end of a clause that hangs on a noun: "reports that prices fell" in
  // "Reports that prices fell were denied".
  std::size_t NounClauseEnd(std::size_t first) const;
  // One past the quotation in which word i stands.
  std::size_t QuoteEnd(std::size_t i) const;

 private:
  enum class ClauseKind { kMain, kLeading, kRelative, kBracketed };

  ClauseKind KindAt(std::size_t cue, std::size_t* opener) const;
  bool IsListComma(std::size_t i, std::size_t limit) const;
  std::size_t LeadingClauseEnd(std::size_t first, std::size_t last) const;
  std::size_t RelativeClauseEnd(std::size_t first, std::size_t last,
                                bool clausal) const;
  std::size_t SharedVerbEnd(std::size_t first, std::size_t last,
                            bool clausal) const;

  const Phrases& p_;
  const SentenceReading& s_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_CLAUSE_END_H_
