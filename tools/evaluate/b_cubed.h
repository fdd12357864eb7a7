// B-cubed: how well found groups agree with gold ones, item by item (Bagga,
// Baldwin: "Entity-based cross-document coreferencing using the vector space
// model", 1998).
//
//   // items 0, 1, 2, 3: gold {0 1 2} {3}, found {0 1} {2 3}
//   BCubed b = ScoreBCubed({"a", "a", "a", "b"}, {1, 1, 2, 2});
//   b.precision == 0.75; b.recall == 2.0 / 3; b.f1() ...
#ifndef RASHOMON_TOOLS_EVALUATE_B_CUBED_H_
#define RASHOMON_TOOLS_EVALUATE_B_CUBED_H_

#include <cstddef>
#include <string>
#include <vector>

namespace rashomon {

struct BCubed {
  // Means over the items of the share of the item's found group that is of its
  // gold group, and of its gold group that is in its found one. The item
  // itself counts in both. 0 where there are no items.
  double precision = 0;
  double recall = 0;
  double f1() const;
};

// `gold` and `found` name each item's group, and are equally long.
// O(items log items).
BCubed ScoreBCubed(const std::vector<std::string>& gold,
                   const std::vector<std::size_t>& found);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_B_CUBED_H_
