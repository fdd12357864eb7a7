#include "engine/contrast/emphasis_detector.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/evidence.h"

namespace rashomon {
namespace {

// From here on a sentence is no longer among the first of its report.
constexpr double kLate = 0.15;
constexpr double kMinLikeness = 0.3;
// How much nearer the late place comes than the other report's opening. Of 218
// findings below it in the pairs of tools/train/marks and data/divergences 7 are
// marked, of 92 above 9.
constexpr double kMinAhead = 0.2;
constexpr std::size_t kMaxWords = 24;

struct Place {
  int clause = 0;
  double likeness = 0;
  Partner partner;
};

// The heads of a report: its titles, or its first sentence.
bool IsHead(const ReportIndex& report, int sentence) {
  if (report.is_title(sentence)) return true;
  return sentence == 0;
}

// How near the heads and the lead of `far` come to the sentence.
double NearestHead(const Direction& d, int sentence) {
  const Eigen::VectorXf here = d.near->Meaning(
      sentence, {0, d.near->words(sentence).size()});
  double best = 0;
  for (int j = 0; j < d.far->sentence_count() && d.far->IsLead(j); ++j) {
    const Eigen::VectorXf there =
        d.far->Meaning(j, {0, d.far->words(j).size()});
    const double meaning = here.size() == there.size() ? here.dot(there) : 0;
    const double words = Cosine(d.near->bag(sentence), d.far->bag(j));
    best = std::max(best, (std::max(meaning, 0.0) + words) / 2);
  }
  return best;
}

std::optional<Place> LatePlace(const Direction& d, int sentence) {
  std::optional<Place> best;
  for (int c : d.near_clauses->in(sentence)) {
    for (const Counterpart& other :
         CounterpartsOf(d, *d.near_clauses, c, *d.far_clauses, kMinLikeness)) {
      const int there = d.far_clauses->at(other.clause).sentence;
      if (d.far->IsLead(there) || d.far->Depth(there) < kLate) continue;
      if (!best || other.likeness > best->likeness) {
        best = Place{other.clause, other.likeness, other.partner};
      }
    }
  }
  return best;
}

// `head`: how near the other report's opening comes.
void AddFinding(const Direction& d, int sentence, const Place& place,
                double head, std::vector<Finding>* found) {
  const Clause& clause = d.far_clauses->at(place.clause);
  const std::size_t words = d.near->words(sentence).size();
  Evidence here =
      EvidenceAt(*d.near, sentence, {0, std::min(words, kMaxWords)});
  Evidence there = EvidenceAt(*d.far, clause.sentence,
                              ClauseAround(*d.far, clause.sentence,
                                           clause.range, kMaxWords / 2));
  Finding finding;
  const double depth = d.far->Depth(clause.sentence);
  const std::string explanation = StrCat(
      d.near->is_title(sentence) ? "One report has this in its headline: "
                                 : "One report opens with this: ",
      Quoted(here.quote), "; the other tells it ",
      depth < 0.5 ? "further down: " : "late in its text: ",
      Quoted(there.quote), ".");
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kEmphasis;
  result.rule = "emphasis.headline";
  result.weight = 3;
  result.explanation = explanation;
  finding.features = {
      {"title", d.near->is_title(sentence) ? 1.0 : 0.0},
      {"depth", depth},
      {"likeness", place.likeness},
      {"aligned", place.partner.confidence},
      {"head", head},
      {"ahead", place.likeness - head},
  };
  found->push_back(std::move(finding));
}

}  // namespace

void DetectEmphasis(const Direction& direction, std::vector<Finding>* found) {
  for (int i = 0; i < direction.near->sentence_count(); ++i) {
    if (!IsHead(*direction.near, i)) break;
    const std::optional<Place> place = LatePlace(direction, i);
    if (!place) continue;
    const double head = NearestHead(direction, i);
    if (place->likeness - head < kMinAhead) continue;
    AddFinding(direction, i, *place, head, found);
  }
}

}  // namespace rashomon
