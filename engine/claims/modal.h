// What modal verbs mean where they stand: "would" told from within the past or
// conditional, "could" of ability or of possibility, "may" of permission; the
// noun "will"; questions and conditions without "if".
//
//   const ModalReader modals(sentence);
//   modals.Adjust(match, &hedge);     // "said he would go": future
//
// After Palmer (2001, Mood and Modality) and Huddleston & Pullum (2002, ch. 3).
#ifndef RASHOMON_ENGINE_CLAIMS_MODAL_H_
#define RASHOMON_ENGINE_CLAIMS_MODAL_H_

#include <cstddef>

#include "engine/claims/certainty.h"
#include "engine/claims/sentence_reading.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {

class ModalReader {
 public:
  // `s` outlives the reader.
  explicit ModalReader(const SentenceReading& s);

  // Sets certainty and strength of `hedge`, which is the match `m` of
  // hedges.tsv, by what the modal means here. Others stay as they are.
  void Adjust(const PhraseMatch& m, HedgeMatch* hedge) const;

 private:
  bool Negated(const PhraseMatch& m) const;

  const SentenceReading& s_;
  bool reported_ = false;  // a verb of saying stands in the sentence
  bool rule_ = false;      // "under the law": modals permit
};

// "the might of armies", "the will", "Theresa May said".
bool IsNounUse(const SentenceReading& s, const PhraseMatch& m);

// The sentence ends in a question mark.
bool IsQuestion(const SentenceReading& s);

// "Had he known, ...", "Were it to fail, ...", "Should they refuse, ...": the
// index of the verb at the head; s.size() for none.
std::size_t InvertedCondition(const SentenceReading& s);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_MODAL_H_
