// The agent of a passive: "by the army", and what "by" marks beside agents.
//
//   Phrase agent = AgentOf(s, group, times);    // "by Monday": empty
//
// Looks at most kMaxAgentReach words ahead, within the clause.
#ifndef RASHOMON_ENGINE_CLAIMS_AGENT_H_
#define RASHOMON_ENGINE_CLAIMS_AGENT_H_

#include <cstddef>
#include <vector>

#include "engine/base/span.h"
#include "engine/claims/clause.h"
#include "engine/claims/noun_phrase.h"
#include "engine/claims/sentence_reading.h"
#include "engine/claims/verb_group.h"

namespace rashomon {

inline constexpr std::size_t kMaxAgentReach = 16;

// Empty where no agent is named.
WordRange AgentOf(const SentenceReading& s, const VerbGroup& group,
               const std::vector<Span>& times);

// What stands after "by" at word i - 1, if it may have done something.
WordRange ByAgentAt(const SentenceReading& s, std::size_t i,
                 const std::vector<Span>& times);

// Verbs in "-ся" without a doer, and the plural without a subject ("задержали
// двоих"): passive in what they say of agency.
bool IsRussianPassive(const SentenceReading& s, const Predicate& p,
                      const WordRange& object);

// Whether a Russian phrase is no nominative, by the ending of its first word.
bool IsAccusative(const SentenceReading& s, const WordRange& p);

// The same by endings that hardly any nominative has: "судью уволил министр".
bool IsClearlyOblique(const SentenceReading& s, const WordRange& p);

// A Russian phrase in the instrumental that may have done something, at word
// i or behind prepositional phrases; empty where there is none.
WordRange InstrumentalFrom(const SentenceReading& s, std::size_t i);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_AGENT_H_
