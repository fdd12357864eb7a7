// How surely something is said: hedges, allegations, conditions and futures;
// the one place.
//
//   std::vector<HedgeMatch> hedges;
//   FindHedges(sentence, times, &clauses, &hedges);
//   CertaintyOf(hedges, first_word, last_word) == Certainty::kHedged
//
// What is negated is engine/claims/polarity.h's work.
#ifndef RASHOMON_ENGINE_CLAIMS_CERTAINTY_H_
#define RASHOMON_ENGINE_CLAIMS_CERTAINTY_H_

#include <cstddef>
#include <vector>

#include "engine/base/span.h"
#include "engine/claims/claim.h"
#include "engine/claims/clause_map.h"
#include "engine/claims/sentence_reading.h"

namespace rashomon {

struct HedgeMatch {
  std::size_t first = 0;  // words [first, last)
  std::size_t last = 0;
  // What it makes of a claim; kAsserted where it looks like a hedge and
  // weakens nothing ("could not reach them").
  Certainty certainty = Certainty::kHedged;
  double strength = 0;
  // What it adds to UncertainScore; 0 for syntax that is no cue there.
  double weight = 0;
  // The word that opens its clause, see ClauseMap.
  std::size_t opener = 0;
  // Weakens a noun phrase only: "alleged interference".
  bool noun_phrase = false;
  // An unnamed source or vague amount ("some critics"): it counts for
  // UncertainScore alone.
  bool weasel = false;
  // A verb that leaves open what comes after it: "vowed to", "пытается".
  bool governs = false;
  // "whether", "asked if": it opens a clause, and weakens that alone.
  bool question = false;
  // It weakens what comes after it alone, not its own clause: "wants to".
  bool wish = false;
  // Worth showing to a reader.
  bool shown = false;
};

// `times`: time expressions of the sentence, in order: "May 5" is no modal.
// Puts them, in order, in place of what `*hedges` holds. `clauses`: of the
// sentence. Linear time.
void FindHedges(const SentenceReading& s, const std::vector<Span>& times,
                LazyClauseMap* clauses, std::vector<HedgeMatch>* hedges);

// The certainty of what words [first, last) assert; in order of precedence
// conditional, alleged, hedged, future, asserted. Weak hedges, those of a noun
// phrase alone and those in another clause than the main one leave it asserted.
Certainty CertaintyOf(const std::vector<HedgeMatch>& hedges, std::size_t first,
                      std::size_t last);

// 0..1: how uncertain the sentence is. Over 0.5: it has an uncertainty cue in
// the sense of Farkas et al. (2010).
double UncertainScore(const SentenceReading& s,
                      const std::vector<HedgeMatch>& hedges);

// Appends the hedges worth showing: no weasels, strength of at least 0.5.
void AddHedgeFlags(const SentenceReading& s,
                   const std::vector<HedgeMatch>& hedges,
                   std::vector<HedgeFlag>* flags);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_CERTAINTY_H_
