// What the readers of labels share: the finding they make, and when two words
// are neutral variants.
#ifndef RASHOMON_ENGINE_CONTRAST_LABEL_FINDING_H_
#define RASHOMON_ENGINE_CONTRAST_LABEL_FINDING_H_

#include <string>
#include <string_view>
#include <vector>

#include "engine/claims/word_range.h"
#include "engine/contrast/finding.h"
#include "engine/contrast/report_index.h"
#include "engine/lexicon/word_relations.h"

namespace rashomon {

// Adds a finding of kind label with evidence on both sides. `what` begins the
// explanation, before both quotations.
void AddLabel(const Direction& d, Evidence here, Evidence there,
              std::string_view rule, int weight, std::string_view what,
              std::vector<std::string> triggers,
              FindingFeatures features, std::vector<Finding>* found);

// What is known of two names that compete for one thing.
struct Competing {
  double stance = 0;    // the greater of theirs, 0..1
  bool both = false;    // both carry one
  double nearness = 0;  // of their sentences (finding.h)
  bool shares = false;  // a word of their phrases
  bool quoted = false;  // one stands in a quotation
};

// The finding of rule label.term: of weight 3 where both names carry a stance,
// else 2.
void AddCompeting(const Direction& d, Evidence here, Evidence there,
                  std::vector<std::string> triggers, const Competing& names,
                  std::vector<Finding>* found);

// Whether wording that carries a stance stands in the range.
bool IsLoaded(const ReportIndex& report, int sentence, WordRange range);

// "Doctors" / "physicians", "ship" / "vessel": by stems of base forms, or by
// how these are related.
bool AreNeutralVariants(std::string_view x, std::string_view y);
bool AreNeutralVariants(WordRelation relation);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_LABEL_FINDING_H_
