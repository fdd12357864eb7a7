// Verb groups: auxiliaries, adverbs and the verb they belong to, as one.
//
//   std::optional<VerbGroup> g = ReadVerbGroup(s, i);
//   // "is said to have been killed": head "killed", passive
//
// Raising verbs hand on to their infinitive ("continues to grow": "grow").
#ifndef RASHOMON_ENGINE_CLAIMS_VERB_GROUP_H_
#define RASHOMON_ENGINE_CLAIMS_VERB_GROUP_H_

#include <cstddef>
#include <optional>

#include "engine/claims/sentence_reading.h"

namespace rashomon {

enum class VerbForm { kFinite, kInfinitive, kGerund, kParticiple };

struct VerbGroup {
  std::size_t first = 0;  // words [first, last)
  std::size_t last = 0;
  std::size_t head = 0;
  VerbForm form = VerbForm::kFinite;
  bool passive = false;
  bool copular = false;
  // A passive of saying ("it was reported that"): its clause is the main one.
  bool reporting = false;
};

// The group that begins at word i. Time: at most kMaxGroupWords words.
std::optional<VerbGroup> ReadVerbGroup(const SentenceReading& s,
                                       std::size_t i);

inline constexpr std::size_t kMaxGroupWords = 16;

// Whether word i, a past tense or base form, may as well be a participle:
// "killed", not "took".
bool MayBeParticiple(const SentenceReading& s, std::size_t i);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_VERB_GROUP_H_
