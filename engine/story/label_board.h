// What each report calls a referent.
//
//   for (const LabelRow& row : LabelBoard(input)) ...
#ifndef RASHOMON_ENGINE_STORY_LABEL_BOARD_H_
#define RASHOMON_ENGINE_STORY_LABEL_BOARD_H_

#include <vector>

#include "engine/story/story.h"
#include "engine/story/story_input.h"

namespace rashomon {

// Joins flags of kind label that share a place in some report: where A's "spies"
// stands against B's "diplomats", and B's "diplomats" against C's "envoys", all
// three are one row. The surest first. O(flags log flags).
std::vector<LabelRow> LabelBoard(const StoryInput& input);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_LABEL_BOARD_H_
