// Voice and agency: the acts of a sentence, who did each and whom it befell.
//
//   std::vector<ActReading> acts;
//   FindActs(s, times, &acts);
//   MainActs(acts, claim.content)[0].voice == Voice::kPassive
//
// A claim's main act is the finite verb of its content's main clause; without
// one (headlines, "to respond") its infinitive or participle; without any verb
// its first noun of action that names a doer or an undergoer.
#ifndef RASHOMON_ENGINE_CLAIMS_VOICE_H_
#define RASHOMON_ENGINE_CLAIMS_VOICE_H_

#include <cstddef>
#include <vector>

#include "engine/base/span.h"
#include "engine/claims/claim.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

inline constexpr std::size_t kMaxActs = 5;  // of a claim

struct ActReading {
  enum class Rank { kFinite, kOther, kReduced, kNoun };

  Act act;
  Rank rank = Rank::kFinite;
  // First byte of the innermost subordinate clause round it; 0 for none.
  std::size_t clause_begin = 0;
  bool subordinate = false;
};

// Puts them, in order of words, in place of what `*acts` holds. `times`: time
// expressions of the sentence, in order. Linear time.
void FindActs(const SentenceReading& s, const std::vector<Span>& times,
              std::vector<ActReading>* acts);

// The acts of a claim with that content, the main one first. Who did it may
// stand in the claim's `source` instead: "Holm vowed | to leave". O(log acts +
// acts inside the content).
std::vector<Act> MainActs(const std::vector<ActReading>& acts,
                          const std::vector<Span>& content,
                          const std::vector<Span>& source = {});

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_VOICE_H_
