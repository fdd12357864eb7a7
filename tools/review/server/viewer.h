// Who looks at a case, and what they may see of it.
//
//   const Viewer viewer = {"Ines", /*hides_others=*/true, nullptr};
//   VisibleVerdicts(rows, viewer);     // Ines' own until she has decided
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_VIEWER_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_VIEWER_H_

#include <algorithm>
#include <string>
#include <vector>

#include "tools/review/server/outlet_mask.h"
#include "tools/review/store/records.h"

namespace rashomon {

struct Viewer {
  std::string reviewer;       // "" before a name is given
  bool hides_others = false;  // others' verdicts, until the reviewer decided
  const OutletMask* mask = nullptr;  // nullptr: names are shown
};

inline bool HasDecided(const std::vector<VerdictRow>& rows,
                       const std::string& reviewer) {
  return std::any_of(rows.begin(), rows.end(), [&](const VerdictRow& row) {
    return row.reviewer == reviewer && row.verdict && row.undone_by == 0;
  });
}

// Of the rows of one flag those that the viewer may see.
inline std::vector<VerdictRow> VisibleVerdicts(std::vector<VerdictRow> rows,
                                               const Viewer& viewer) {
  if (viewer.hides_others && !HasDecided(rows, viewer.reviewer)) {
    std::erase_if(rows, [&](const VerdictRow& row) {
      return row.reviewer != viewer.reviewer;
    });
  }
  return rows;
}

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_VIEWER_H_
