// Facts of a story: sentences of several reports that tell the same.
//
//   std::vector<Fact> facts = FactsOf(input, voices);
#ifndef RASHOMON_ENGINE_STORY_FACTS_H_
#define RASHOMON_ENGINE_STORY_FACTS_H_

#include <vector>

#include "engine/story/story.h"
#include "engine/story/story_input.h"

namespace rashomon {

// Sentences that are aligned pairwise are put together by average linkage, where
// two of different reports that nobody aligned count as unlike. A title or
// first sentence of a text that is aligned with none is a fact of one telling.
// Order: by the number of voices, then of titles and first sentences, then by
// place. `voices`: of each report (voices.h). O(pairs log pairs).
std::vector<Fact> FactsOf(const StoryInput& input,
                          const std::vector<int>& voices);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_FACTS_H_
