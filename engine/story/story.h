// The view of a story: what three or more reports of one event hold between
// them. Plain values; spans are into the articles' own text.
//
//   Story story = ViewStory(reports, pairs, words);      // view.h
//   for (const Fact& fact : story.facts)
//     // fact.voices of story.voices tell it
//
// It describes texts. That few reports hold a fact says nothing about whether
// it is so.
#ifndef RASHOMON_ENGINE_STORY_STORY_H_
#define RASHOMON_ENGINE_STORY_STORY_H_

#include <string>
#include <vector>

#include "engine/base/span.h"
#include "engine/claims/claim.h"
#include "engine/contrast/divergence.h"

namespace rashomon {

// The sentences of one report that tell a fact.
struct FactTelling {
  int report = 0;
  std::vector<int> sentences;  // ascending, never empty
  bool title = false;          // one of them stands in the title
  bool lead = false;           // or opens the text
};

// What sentences of several reports have in common, or the title or first
// sentence of one report that no other tells.
struct Fact {
  std::vector<FactTelling> tellings;  // by report
  // The sentence that is most like the others: a stand-in for all.
  int report = 0;
  int sentence = 0;
  int voices = 0;         // that tell it; reprints and one owner count once
  double cohesion = 1;    // mean probability that two of them report the same
};

// A name or description, as one report uses it.
struct LabelUse {
  int report = 0;
  std::string text;         // as it stands where it comes first
  std::vector<Span> spans;  // everywhere it was found, in order; never empty
};

// One referent, and what each report calls it: from flags of kind label.
struct LabelRow {
  std::vector<LabelUse> uses;  // by report, then by place
  double confidence = 0;       // of the surest flag
};

// One report's version of an utterance.
struct QuoteTelling {
  int report = 0;
  std::vector<Span> spans;  // of the quoted words, without marks
  std::string speaker;      // as this report names them; "" where unknown
  double share = 0;  // of the longest version's weight that is told here, 0..1
  double other = 0;  // of this version's weight that the longest lacks, 0..1
};

// What somebody said, from its longest version to its shortest.
struct QuoteLineage {
  std::string speaker;  // the fullest name
  std::vector<QuoteTelling> tellings;  // the longest first; two or more reports
};

// How much one report gives one speaker.
struct SpeakerShare {
  int report = 0;
  int claims = 0;        // that the report attributes to the speaker
  int quoted_words = 0;  // in quotation marks
  int told_words = 0;    // of indirect speech
  double share = 0;      // of the words of the report, 0..1
};

struct SpeakerRow {
  std::string name;
  SourceKind kind = SourceKind::kNamed;
  std::vector<SpeakerShare> reports;  // by report; those that give any
};

struct Story {
  // Of each report: which voice it is. Reprints of one text, and outlets of
  // one owner, are one voice. Dense from 0.
  std::vector<int> voice_of;
  int voices = 0;
  std::vector<Fact> facts;  // those that most voices tell first
  std::vector<LabelRow> labels;      // the surest first
  std::vector<QuoteLineage> quotes;  // those in most reports first
  std::vector<SpeakerRow> speakers;  // the most words first
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_STORY_H_
