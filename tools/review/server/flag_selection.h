// Flags of an index that fit a query, sorted, with the counts that stand beside
// the filters.
//
//   const FlagSelection s = SelectFlags(*view, view.search_texts(), query);
//   s.flags;                                  // positions in view->flags
//   s.by_kind[DivergenceKind::kQuantity];     // if the filter by kind were off
//
// Fits and sorts as ListFlags of tools/review/store does; a test compares them.
#ifndef RASHOMON_TOOLS_REVIEW_SERVER_FLAG_SELECTION_H_
#define RASHOMON_TOOLS_REVIEW_SERVER_FLAG_SELECTION_H_

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "tools/review/server/case_index.h"
#include "tools/review/store/case_flags.h"

namespace rashomon {

struct FlagSelection {
  std::vector<std::size_t> flags;
  // How many would fit with all filters but the one on the same matter.
  std::map<DivergenceKind, std::size_t> by_kind;
  // As `query.reviewer` decided, or anyone where it is "".
  std::map<DecidedAs, std::size_t> by_decision;
  std::map<std::string, std::size_t> by_outlet;
};

// `texts` may be empty where `query.text` is. Offset and limit are ignored.
// O(flags log flags). Thread-safe.
FlagSelection SelectFlags(const IndexData& data,
                          const std::vector<std::string>& texts,
                          const FlagQuery& query);

// How a flag is decided: of kUndecided, kConfirmed, kDismissed, kUnsure.
DecidedAs DecisionOn(const IndexedFlag& flag, const std::string& reviewer);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_SERVER_FLAG_SELECTION_H_
