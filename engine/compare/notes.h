// What the reader of a comparison should know before the flags.
#ifndef RASHOMON_ENGINE_COMPARE_NOTES_H_
#define RASHOMON_ENGINE_COMPARE_NOTES_H_

#include <vector>

#include "engine/compare/comparison.h"
#include "engine/compare/story_comparison.h"

namespace rashomon {

// Notes on a comparison whose other parts are complete. Codes:
//   different-events      no divergences are listed, and why
//   partly-same-event     the main matters differ
//   same-input            both sides are one text
//   one-sentence-article  too little to compare
//   shorter-article       one side has less than half of the other's sentences
//   no-date               dates cannot tell an update from a difference
//   earlier-article       one could not know what came later
//   different-languages   one side is English, the other Russian
//   third-language        a language that is not read
std::vector<Note> NotesOn(const Comparison& comparison);

// Notes on a story; reports are numbered from 1. Codes:
//   other-event  a report of another event than all others
//   one-voice    reports that count once: reprints, or one owner's
std::vector<Note> NotesOn(const StoryComparison& story);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_COMPARE_NOTES_H_
