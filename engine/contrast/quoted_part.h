// What sentences hold of quotations, as the detector of kind quotation compares
// them.
//
//   for (const QuotedPart& part : QuotedPartsOf(report))
//     ... part.spoken.weight() ...
#ifndef RASHOMON_ENGINE_CONTRAST_QUOTED_PART_H_
#define RASHOMON_ENGINE_CONTRAST_QUOTED_PART_H_

#include <string>
#include <vector>

#include "engine/claims/word_range.h"
#include "engine/contrast/finding.h"
#include "engine/contrast/report_index.h"
#include "engine/contrast/spoken_words.h"

namespace rashomon {

// What one sentence holds of one quotation.
struct QuotedPart {
  int sentence = 0;
  WordRange range;
  SpokenText spoken;
  // Without the words that join it to the sentence round it, at both ends.
  SpokenText core;
  bool scare = false;  // round a few words that are no utterance
};

// In order; at most 200, of at most 80 words each. Linear in the report.
std::vector<QuotedPart> QuotedPartsOf(const ReportIndex& report);

// The words of the parts that stand at most one sentence away: an utterance
// that its cue or a full stop splits is one.
SpokenText UtteranceAround(const std::vector<QuotedPart>& parts,
                           const QuotedPart& part);

// Adds a finding of kind quotation.
void AddQuotation(Divergence divergence, std::string rule, int weight,
                  std::string explanation, FindingFeatures features,
                  std::vector<Finding>* found);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_QUOTED_PART_H_
