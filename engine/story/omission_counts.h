// How many of the other reports of a story tell what one was flagged to leave
// out.
//
//   const std::vector<OmissionCount> counts = CountOmissions(input, story);
//   // "It stands in 4 of 5 other owners' reports."
#ifndef RASHOMON_ENGINE_STORY_OMISSION_COUNTS_H_
#define RASHOMON_ENGINE_STORY_OMISSION_COUNTS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "engine/story/story.h"
#include "engine/story/story_input.h"

namespace rashomon {

// One flag of kind omission.
struct OmissionCount {
  std::size_t pair = 0;        // index into StoryInput::pairs
  std::size_t divergence = 0;  // index into the pair's divergences
  int told_by = 0;  // voices, other than that of the report without it
  int of = 0;       // all other voices that report its event
  // Another report shows that the one without it tells it after all, in words
  // that the two alone did not match.
  bool told_after_all = false;
};

// In order of pair and divergence. Linear in the flags and facts.
std::vector<OmissionCount> CountOmissions(const StoryInput& input,
                                          const Story& story);

// "It stands in 4 of 5 other owners' reports."
std::string Sentence(const OmissionCount& count);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_OMISSION_COUNTS_H_
