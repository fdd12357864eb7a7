// Which sentences of two reports may tell the same thing.
#ifndef RASHOMON_ENGINE_CONTRAST_PARTNERS_H_
#define RASHOMON_ENGINE_CONTRAST_PARTNERS_H_

#include "engine/align/alignment.h"
#include "engine/contrast/finding.h"
#include "engine/contrast/report_index.h"

namespace rashomon {

struct PartnerLists {
  Partners of_left;
  Partners of_right;
};

// Among the first 400 sentences of each side the four that most likely tell
// the same as a sentence, and those that have it among their four, at most
// kMaxPartners; a title has the other title among them. O(n m) cosines.
PartnerLists FindPartners(const ReportIndex& left, const ReportIndex& right,
                          const Alignment& alignment);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_PARTNERS_H_
