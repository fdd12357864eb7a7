// Who is quoted where, and how much.
//
//   for (const SpeakerRow& row : SpeakersOf(reports)) ...
#ifndef RASHOMON_ENGINE_STORY_SPEAKERS_H_
#define RASHOMON_ENGINE_STORY_SPEAKERS_H_

#include <vector>

#include "engine/contrast/contrast.h"
#include "engine/story/story.h"

namespace rashomon {

// Speakers with a name, or an institution's, by name; a surname alone is the one
// speaker of the story who bears it. All anonymous sources are one row. Claims of
// attitude ("wants") count for nothing. Most words first. Linear.
std::vector<SpeakerRow> SpeakersOf(const std::vector<Report>& reports);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_SPEAKERS_H_
