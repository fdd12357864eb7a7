// The clauses of a sentence, as far as it takes to say which verb is the main
// one and what its subject is.
//
//   for (const Predicate& p : ReadPredicates(s, times))
//     if (p.opener == kNoOpener) MainVerb(p.group.head);
//
// A stack of open clauses, left to right: "who", "that", "because" open one;
// its verb fills it; the next verb belongs to the clause below, unless "and"
// joins it. Linear time; at most kMaxOpenClauses are open.
#ifndef RASHOMON_ENGINE_CLAIMS_CLAUSE_H_
#define RASHOMON_ENGINE_CLAIMS_CLAUSE_H_

#include <cstddef>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "engine/base/span.h"
#include "engine/claims/noun_phrase.h"
#include "engine/claims/sentence_reading.h"
#include "engine/claims/verb_group.h"

namespace rashomon {

inline constexpr std::size_t kNoOpener = static_cast<std::size_t>(-1);
inline constexpr std::size_t kMaxOpenClauses = 8;

struct Predicate {
  VerbGroup group;
  WordRange subject;  // empty where none was found
  // The word that opened the innermost subordinate clause round it, or
  // kNoOpener in a main clause.
  std::size_t opener = kNoOpener;
  bool joined = false;  // by "and" to a verb before it
};

// Those of one sentence; few have more.
using Predicates = absl::InlinedVector<Predicate, 6>;

// In order of words. `times`: time expressions, in order; they are no
// subjects.
Predicates ReadPredicates(const SentenceReading& s,
                          const std::vector<Span>& times);

// Whether words end the sentence as headlines do, without a full stop.
bool IsHeadlineLike(const SentenceReading& s);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_CLAUSE_H_
