// The story view: facts, labels, quotations and speakers of all reports of one
// event (story.h).
//
//   const Story story = ViewStory(input, word_model);
#ifndef RASHOMON_ENGINE_STORY_VIEW_H_
#define RASHOMON_ENGINE_STORY_VIEW_H_

#include "engine/embed/word_model.h"
#include "engine/story/story.h"
#include "engine/story/story_input.h"

namespace rashomon {

// The order of the reports changes the order of what is found, and nothing
// else. Thread-safe. Near linear in the reports' words and the pairs' flags.
Story ViewStory(const StoryInput& input, const WordModel& words);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_VIEW_H_
