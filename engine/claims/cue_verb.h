// The verb of a cue in its clause: where its group begins, and how it is used.
//
//   const CueVerb verb(match, context);      // "has said" in "He has said
//   that" verb.left();                             // of "has" verb.use() ==
//   CueVerb::Use::kFinite
#ifndef RASHOMON_ENGINE_CLAIMS_CUE_VERB_H_
#define RASHOMON_ENGINE_CLAIMS_CUE_VERB_H_

#include <cstddef>

#include "engine/claims/attribution_context.h"

namespace rashomon {

// The first of the adverbs, auxiliaries and negations before a verb.
std::size_t VerbGroupStart(const Phrases& phrases, std::size_t verb);

// Lives no longer than match and context.
class CueVerb {
 public:
  enum class Use {
    kFinite,      // "X said", "X has said", "X is saying", "X would say"
    kShared,      // ", adding", "and said": another verb's subject
    kReduced,     // "a report saying": the noun before it
    kLeading,     // "after saying that ..., X": the subject comes later
    kInfinitive,  // "X went on to say"
    kPassive,     // "was told", "is expected"
    kPassiveCut,  // "reported by X"
    kNone,
  };

  CueVerb(const PhraseMatch& m, const AttributionContext& context);

  const PhraseMatch& match() const { return m_; }
  CueFrame frame() const { return frame_; }
  std::size_t left() const { return left_; }  // the group's first word
  Use use() const { return use_; }

  // Its content is a wish or stance, not words.
  bool IsAttitude() const;
  bool IsSaying() const;
  bool IsNegated() const;
  // Whether the group has a word of this kind before the verb.
  bool HasBefore(Tag tag) const;
  // The verb comes before its subject: `," said X`, "- сообщил X".
  bool IsInverted() const;

 private:
  Use UseHere() const;
  bool HasOwnHave() const;
  Use GerundUse() const;
  bool HasWith(std::size_t noun) const;
  bool IsShared() const;

  const PhraseMatch& m_;
  const SentenceReading& s_;
  const Phrases& p_;
  const CueFrame frame_;
  const std::size_t left_;
  const Use use_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_CUE_VERB_H_
