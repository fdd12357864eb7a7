// Hand-made comparisons for the tests of the reports. Outlets, people, places
// and events are invented for this project.
//
//   const Comparison c = FerryComparison();    // eight flags of seven kinds
#ifndef RASHOMON_TOOLS_REPORT_FIXTURE_H_
#define RASHOMON_TOOLS_REPORT_FIXTURE_H_

#include "engine/compare/comparison.h"
#include "engine/compare/story_comparison.h"

namespace rashomon {

// Two reports of a ferry that ran aground: eight flags of seven kinds, an
// omission with its nearest miss, overlapping evidence, residue, notes.
Comparison FerryComparison();

// Two reports of different events: verdict no, a note, no flags.
Comparison UnrelatedComparison();

// Cyrillic beside Chinese and Arabic, with markup, terminal escapes, bidi
// controls and bytes that are not UTF-8 in every field; no dates, no outlet on
// the right.
Comparison HostileComparison();

// As FerryComparison, with annotations of every kind filled in on the left.
Comparison AnnotatedComparison();

// As FerryComparison, with each of its flags three times: 24.
Comparison ManyFlagsComparison();

// Three reports: those of FerryComparison, and the right one of
// HostileComparison, which reports another event; with a fact, a name, an
// utterance and a speaker in two of them each, and hostile text in all of it.
StoryComparison FerryStory();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REPORT_FIXTURE_H_
