// Noun phrases with what hangs on them, told apart by the rare words in them:
// "the provocation in Bucha", "the Bucha massacre".
//
//   for (const AnchoredPhrase& p : AnchoredPhrasesOf(report))
//     // head "massacre", anchors {"bucha"}
#ifndef RASHOMON_ENGINE_CONTRAST_ANCHORED_PHRASES_H_
#define RASHOMON_ENGINE_CONTRAST_ANCHORED_PHRASES_H_

#include <vector>

#include "engine/claims/word_range.h"
#include "engine/contrast/noun_chunks.h"
#include "engine/contrast/report_index.h"
#include "engine/contrast/stem_set.h"

namespace rashomon {

// A noun phrase with the prepositional phrase that hangs on it.
struct AnchoredPhrase {
  int sentence = 0;
  NounChunk chunk;
  WordRange range;
  StemSet anchors;  // rare stems but the head's
};

// Rarity that two phrases of one thing share: one rare word.
inline constexpr double kMinAnchor = 8;

// Those whose head is no name and that have anchors, in order; the first 400.
// O(words).
std::vector<AnchoredPhrase> AnchoredPhrasesOf(const ReportIndex& report);

// Rarity of the anchors that both have, `a` being a phrase of `near`.
double SharedAnchors(const ReportIndex& near, const AnchoredPhrase& a,
                     const AnchoredPhrase& b);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_ANCHORED_PHRASES_H_
