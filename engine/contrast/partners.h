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

// Aligned sentences and, among the first 400 of each side, those whose rare
// stems or vectors are alike, at most kMaxPartners a sentence; a title has the
// other title among them. O(n m) cosines.
PartnerLists FindPartners(const ReportIndex& left, const ReportIndex& right,
                          const Alignment& alignment);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_PARTNERS_H_
