// Noun phrases of one sentence as sources have them: where a subject begins,
// with its appositions and relative clauses. The readers of attributions share
// it; noun_phrase.h has the bare phrase, clause_end.h the ends of clauses.
//
//   Phrases phrases(sentence, times);
//   phrases.SubjectLeft(verb)     // words of "The minister, a lawyer," in
//                                 // "The minister, a lawyer, said"
//   phrases.NounPhraseRight(i)    // of "Holm, a lawyer" in "said Holm, a
//                                 // lawyer"
//
// By parts of speech (tagger.h) and punctuation; no parse. Each look goes a
// bounded number of words, so that a sentence costs linear time.
#ifndef RASHOMON_ENGINE_CLAIMS_PHRASE_H_
#define RASHOMON_ENGINE_CLAIMS_PHRASE_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/base/span.h"
#include "engine/claims/sentence_reading.h"
#include "engine/claims/span_marks.h"
#include "engine/claims/word_range.h"

namespace rashomon {

// A noun phrase that names a source is at most this long.
inline constexpr std::size_t kMaxSourceWords = 40;

class Phrases {
 public:
  // `s` outlives it. `times`: time expressions of the sentence, in order.
  Phrases(const SentenceReading& s, const std::vector<Span>& times);

  const SentenceReading& sentence() const { return s_; }

  // --- single words ---

  // A comma within a name ("Washington, D.C.") is none.
  bool IsComma(std::size_t i) const;
  bool IsQuoteMark(std::size_t i) const { return s_.IsMark(i, '"'); }
  bool IsDash(std::size_t i) const { return s_.IsMark(i, '-'); }
  bool IsMark(std::size_t i) const { return s_.Is(i, WordClass::kMark); }
  // '.', '!' or '?'.
  bool IsStop(std::size_t i) const;
  // A hyphen without spaces beside it, an apostrophe, "&", brackets: marks
  // that part no phrases.
  bool IsInnerMark(std::size_t i) const;
  bool HasSpacesAround(std::size_t i) const;
  // A word of a time expression: "Monday", "last" in "last week".
  bool IsTime(std::size_t i) const;
  bool IsRole(std::size_t i) const;
  // A finite verb, or an auxiliary that is finite.
  bool IsFinite(std::size_t i) const;
  // Adverbs, auxiliaries and negations between a subject and its verb.
  bool IsVerbPadding(std::size_t i) const;
  // "and" between two nouns or two adjectives.
  bool JoinsNouns(std::size_t i) const;
  // "after", "what", "because": a clause of its own begins.
  bool IsClauseOpener(std::size_t i) const;
  // A comma that stands inside or right after a quotation; a quotation's last
  // word.
  bool EndsQuote(std::size_t i) const;

  // --- phrases ---

  // The subject that ends right before word `end`, with its appositions and
  // relative clauses; empty where there is none.
  WordRange SubjectLeft(std::size_t end) const;
  // The noun phrase from word `first` on, with appositions.
  WordRange NounPhraseRight(std::size_t first) const;
  // The subject of the sentence's first clause, for verbs that share it.
  WordRange FirstSubject(std::size_t before) const;
  // Where the apposition or relative clause that ends at `comma` began: its
  // own comma.
  std::optional<std::size_t> ApposedFrom(std::size_t comma) const;
  bool StartsSubject(std::size_t i) const;

 private:
  void MarkTimes(const std::vector<Span>& times);

  bool IsFiniteAuxiliary(std::size_t i) const;
  bool StopsLeft(std::size_t i, std::size_t end) const;
  std::optional<std::size_t> RelativeBefore(std::size_t i) const;
  bool IsReducedRelative(std::size_t k, std::size_t end) const;
  std::size_t WalkLeft(std::size_t end) const;
  bool IsNamePart(std::size_t i) const;
  bool LooksApposed(std::size_t first, std::size_t comma) const;
  bool StopsRight(std::size_t i, std::size_t first) const;
  std::size_t AppositionEnd(std::size_t comma) const;
  std::size_t WithoutTime(std::size_t first, std::size_t last) const;
  WordRange Trim(WordRange r) const;
  std::size_t SkipLeadingPhrase(const WordRange& r) const;

  const SentenceReading& s_;
  WordMarks time_;  // of each word; empty where there is no time
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_PHRASE_H_
