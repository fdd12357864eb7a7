// One point makes one flag.
#ifndef RASHOMON_ENGINE_CONTRAST_MERGE_H_
#define RASHOMON_ENGINE_CONTRAST_MERGE_H_

#include <vector>

#include "corpus/article.h"
#include "engine/contrast/divergence.h"

namespace rashomon {

// Hash of kind and normalised quotations, the same whichever side is left.
std::string FingerprintOf(const Divergence& divergence);

// Hash of the article ids, kind, rule and the sentence of the side that stays
// put: the side without the trigger's change, which is the only one with
// evidence, else the one whose sentence hashes lower.
std::string AnchorOf(const Divergence& divergence, const Article& left,
                     const Article& right);

// Whether two flags make the same point: their evidence overlaps by half of
// the shorter span on every side where both have any (one side at least).
// Something not found is another point than how it is worded, so omissions
// only match omissions.
bool SamePoint(const Divergence& a, const Divergence& b);

// Best first: by weight x confidence, then by kind and what else does not
// depend on which side is left.
void SortBestFirst(std::vector<Divergence>* divergences);

// The divergences with each point once, in no order: of those that make the same point,
// the surest; of the earlier kind where another is about as sure. O(n^2) in
// the number of divergences; at most the first 2,000 are kept.
std::vector<Divergence> MergeSamePoints(std::vector<Divergence> divergences);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_MERGE_H_
