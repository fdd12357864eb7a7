// One utterance in several reports: who quotes the longest version, and who cut
// it.
//
//   for (const QuoteLineage& q : QuoteLineages(indices)) ...
#ifndef RASHOMON_ENGINE_STORY_QUOTE_LINEAGE_H_
#define RASHOMON_ENGINE_STORY_QUOTE_LINEAGE_H_

#include <vector>

#include "engine/contrast/report_index.h"
#include "engine/story/story.h"

namespace rashomon {

// `reports`: in the story's order. Quotations are one utterance by the measure
// of the quotation detector (engine/contrast/spoken_words.h); scare quotes are
// none. Each report keeps its longest version. Those in most reports first.
// Quotations that share no rare word are not compared, so that the work stays
// near linear in the quotations.
std::vector<QuoteLineage> QuoteLineages(
    const std::vector<ReportIndex>& reports);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_QUOTE_LINEAGE_H_
