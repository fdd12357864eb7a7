// What is said: the content of a verb's attribution, once its source is known.
//
//   CueContent content(verb, &context, &attribution);
//   content.Set(/*inverted=*/false, /*shared=*/false);
//   attribution.content      // "Prices rose" in "Prices rose, the bank said"
//
// To the right of "X said that", to the left of ", X said", or both.
#ifndef RASHOMON_ENGINE_CLAIMS_CUE_CONTENT_H_
#define RASHOMON_ENGINE_CLAIMS_CUE_CONTENT_H_

#include <cstddef>

#include "engine/claims/attribution_context.h"
#include "engine/claims/cue_verb.h"

namespace rashomon {

// Addressee, time and place between a cue and its "that" or quotation.
inline constexpr std::size_t kMaxAdjunctWords = 16;

// Adds to the attribution's content; cuts short the content of attributions
// inside it. Lives no longer than what it is given. Each look goes a bounded
// number of words.
class CueContent {
 public:
  CueContent(const CueVerb& verb, AttributionContext* context,
             Attribution* attribution);

  // `shared`: the subject is another verb's, so nothing before is content.
  void Set(bool inverted, bool shared);
  // What follows the attribution, whose words end at `block_last`.
  void SetRight(std::size_t block_last);
  // Past addressees, times and places between a cue and its content: "told
  // reporters on Tuesday in a statement that".
  std::size_t SkipAdjuncts(std::size_t i) const;

 private:
  bool HasClause(std::size_t first, std::size_t last) const;
  bool NeedsClause() const;
  bool IsClausal(std::size_t first, std::size_t last) const;
  bool TakesOver(std::size_t verb) const;
  bool HasThat(std::size_t from) const;
  bool NothingFollows(std::size_t i) const;
  void EndInnerContent(std::size_t last);
  static bool HasLeftContent(const Attribution& a);
  void SetLeft(std::size_t block_first, std::size_t block_last,
               bool quote_left);
  void AddContentBehind(std::size_t block_last, bool quote_left,
                        std::size_t left_first, std::size_t left_last);
  bool StartsParticiple(std::size_t i) const;
  bool StartsClause(std::size_t i) const;
  bool IsPartlyQuoted(std::size_t first, std::size_t last) const;
  bool HasQuotation(std::size_t first) const;
  bool IsClauseBetween(std::size_t first, std::size_t last) const;
  std::size_t SkipShort(std::size_t i) const;
  bool GivesWay(std::size_t first, std::size_t last) const;
  void AddAntecedent();

  const CueVerb& verb_;
  const PhraseMatch& m_;
  AttributionContext& c_;
  const SentenceReading& s_;
  const Phrases& p_;
  const ClauseEnds& ends_;
  Attribution& a_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_CUE_CONTENT_H_
