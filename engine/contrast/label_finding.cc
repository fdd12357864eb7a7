#include "engine/contrast/label_finding.h"

#include <algorithm>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/evidence.h"

namespace rashomon {

void AddLabel(const Direction& d, Evidence here, Evidence there,
              std::string_view rule, int weight, std::string_view what,
              std::vector<std::string> triggers,
              FindingFeatures features, std::vector<Finding>* found) {
  Finding finding;
  std::string explanation =
      StrCat(what, QuotedBoth(here.quote, there.quote), ".");
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kLabel;
  result.rule = rule;
  std::sort(triggers.begin(), triggers.end());
  result.triggers = std::move(triggers);
  result.weight = weight;
  result.explanation = std::move(explanation);
  finding.features = std::move(features);
  found->push_back(std::move(finding));
}

void AddCompeting(const Direction& d, Evidence here, Evidence there,
                  std::vector<std::string> triggers, const Competing& names,
                  std::vector<Finding>* found) {
  AddLabel(d, std::move(here), std::move(there), "label.term",
           names.both ? 3 : 2,
           "The reports use competing names for one thing: ",
           std::move(triggers),
           {{"term", 1.0},
            {"term_both", names.both ? 1.0 : 0.0},
            {"term_stance", names.stance},
            {"term_near", names.nearness},
            {"term_shares", names.shares ? 1.0 : 0.0},
            {"term_quoted", names.quoted ? 1.0 : 0.0}},
           found);
}

bool IsLoaded(const ReportIndex& report, int sentence, WordRange range) {
  const std::vector<WordRange>& wording = report.wording_words(sentence);
  return std::any_of(wording.begin(), wording.end(), [&](WordRange at) {
    return at.first < range.last && range.first < at.last;
  });
}

bool AreNeutralVariants(std::string_view x, std::string_view y) {
  const WordRelationTable& table = WordRelationTable::Shipped();
  return AreNeutralVariants(table.Between(table.Find(x), table.Find(y)));
}

bool AreNeutralVariants(WordRelation relation) {
  return relation == WordRelation::kSynonym ||
         relation == WordRelation::kNarrower;
}

}  // namespace rashomon
