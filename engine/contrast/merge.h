// One point makes one flag.
#ifndef RASHOMON_ENGINE_CONTRAST_MERGE_H_
#define RASHOMON_ENGINE_CONTRAST_MERGE_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
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

// The same of many divergences of two articles, which outlive this: what each
// sentence gives is hashed once. Not thread-safe.
class AnchorReader {
 public:
  AnchorReader(const Article* left, const Article* right);

  std::string Of(const Divergence& divergence);

 private:
  struct Sentences {
    const Article* article;
    absl::flat_hash_map<std::pair<Field, int>, std::string> keys;
  };

  static std::string_view KeyOf(const std::optional<Evidence>& evidence,
                                Sentences* sentences);

  Sentences left_;
  Sentences right_;
};

// Whether two flags make the same point: their evidence overlaps by half of
// the shorter span on every side where both have any (one side at least).
// Something not found is another point than how it is worded, so omissions
// only match omissions.
bool SamePoint(const Divergence& a, const Divergence& b);

// Best first: by weight x confidence, then by kind and what else does not
// depend on which side is left. They stay where they stand.
std::vector<Divergence*> BestFirst(std::vector<Divergence>* divergences);

// The divergences with each point once, in no order: of those that make the same point,
// the surest; of the earlier kind where another is about as sure. O(n^2) in
// the number of divergences; at most the first 2,000 are kept.
std::vector<Divergence> MergeSamePoints(std::vector<Divergence> divergences);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_MERGE_H_
