// Scores engine/claims on who says what in political news.
//
//   AttributionCounts counts = ScoreAttributions(gold, found);
//   counts.cue.f1(); counts.source.f1(); counts.content_all.f1();
#ifndef RASHOMON_TOOLS_EVALUATE_ATTRIBUTION_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_ATTRIBUTION_EVAL_H_

#include <cstddef>
#include <vector>

#include "engine/claims/claim.h"
#include "tools/evaluate/evaluation.h"
#include "tools/evaluate/measures.h"

namespace rashomon {

// One attribution as sorted, distinct indices of the article's words.
// Punctuation counts as no word.
struct AttributionWords {
  std::vector<std::size_t> source;
  std::vector<std::size_t> cue;
  std::vector<std::size_t> content;
};

struct AttributionCounts {
  MatchCounts cue;          // attributions, matched one to one by their cues
  MatchCounts source;       // words of matched attributions
  MatchCounts content;      // words of matched attributions
  MatchCounts source_all;   // the same with the words of all others as misses
  MatchCounts content_all;

  AttributionCounts& operator+=(const AttributionCounts& other);
};

// Attributions match where their cues share a word; each matches once, those
// that share most first. O(gold x found).
AttributionCounts ScoreAttributions(const std::vector<AttributionWords>& gold,
                                    const std::vector<AttributionWords>& found);

// What `claims` say, over the `words` of the article (in order, without
// punctuation): claims with a cue, those with the same cue joined into one.
std::vector<AttributionWords> AttributionsOf(
    const std::vector<Claim>& claims, const std::vector<Span>& words);

// attribution/: PolNeAR's development part.
Evaluation AttributionEvaluation();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_ATTRIBUTION_EVAL_H_
