// Whether two names of a story are one speaker's.
//
//   MayBeOneSpeaker("Lavrov", "Sergey Lavrov");
//   MayBeOneSpeaker("Sergei Lavrov", "Sergey Lavrov");
//   !MayBeOneSpeaker("Hillary Clinton", "Bill Clinton");
#ifndef RASHOMON_ENGINE_STORY_SPEAKER_NAME_H_
#define RASHOMON_ENGINE_STORY_SPEAKER_NAME_H_

#include <string_view>

namespace rashomon {

// The last word of a name: the surname of a person.
std::string_view LastWord(std::string_view name);

// One is the last word of the other, or they have as many words, each equal or
// a spelling of the other's (engine/contrast/name_forms.h). Symmetric. An empty
// name may be anybody's.
bool MayBeOneSpeaker(std::string_view a, std::string_view b);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_SPEAKER_NAME_H_
