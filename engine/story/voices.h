// Which reports count as one voice: a wire text under five names is one report,
// and outlets of one owner are one.
//
//   Voices(input) == {0, 1, 0};   // the third is a reprint of the first
#ifndef RASHOMON_ENGINE_STORY_VOICES_H_
#define RASHOMON_ENGINE_STORY_VOICES_H_

#include <vector>

#include "engine/story/story_input.h"

namespace rashomon {

// The voice of each report; dense from 0, in order of their first reports.
// Reprints are told by their text (engine/events/near_duplicate.h), owners by
// StoryInput::owners. O(reports^2).
std::vector<int> VoicesOf(const StoryInput& input);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_VOICES_H_
