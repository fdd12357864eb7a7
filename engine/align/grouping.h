// From pairs of sentences with a probability to m:n groups.
//
//   std::vector<AlignedGroup> groups = GroupPairs(pairs, {.threshold = 0.5});
#ifndef RASHOMON_ENGINE_ALIGN_GROUPING_H_
#define RASHOMON_ENGINE_ALIGN_GROUPING_H_

#include <vector>

#include "engine/align/alignment.h"

namespace rashomon {

struct GroupingOptions {
  // Every left x right pair of a group reaches this.
  double threshold = 0.5;
  // Sentences on either side of one group.
  int max_side = 4;
};

// Complete-linkage clustering, best pair first: two groups (or single
// sentences) join where every pair of the joined group, with 0 for a pair that
// is not listed, reaches the threshold. A sentence
// is in one group at most. Ties go by left, then right index. Groups come by
// first left, then first right sentence; confidence is the mean probability.
// O(p log p + g) with p pairs and g the pairs inside groups.
std::vector<AlignedGroup> GroupPairs(std::vector<ScoredPair> pairs,
                                     const GroupingOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_GROUPING_H_
