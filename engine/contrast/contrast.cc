#include "engine/contrast/contrast.h"

#include <memory>
#include <cstddef>
#include <optional>
#include <utility>

#include "engine/contrast/agency_detector.h"
#include "engine/contrast/attribution_detector.h"
#include "engine/contrast/cause_detector.h"
#include "engine/contrast/certainty_detector.h"
#include "engine/contrast/clause_likeness.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/contradiction_detector.h"
#include "engine/contrast/each_once.h"
#include "engine/contrast/emphasis_detector.h"
#include "engine/contrast/label_detector.h"
#include "engine/contrast/loaded_detector.h"
#include "engine/contrast/merge.h"
#include "engine/contrast/omission_detector.h"
#include "engine/contrast/partners.h"
#include "engine/contrast/quantity_detector.h"
#include "engine/contrast/quotation_detector.h"
#include "engine/contrast/read_once.h"
#include "engine/contrast/reading_order.h"
#include "engine/contrast/report_index.h"
#include "engine/contrast/told_beside.h"

namespace rashomon {
namespace {

Direction MakeDirection(const ReportIndex& near, const ReportIndex& far,
                        Side near_side, const Partners& partners) {
  Direction d;
  d.near = &near;
  d.far = &far;
  d.near_side = near_side;
  d.partners = &partners;
  const std::optional<Date> n = near.article().published_day();
  const std::optional<Date> f = far.article().published_day();
  d.dated = n && f;
  if (d.dated) d.days_to_far = static_cast<int>(*f - *n);
  return d;
}

void Detect(const Direction& d, const std::vector<Unmatched>& unmatched,
            std::vector<Finding>* found) {
  DetectQuantities(d, found);
  DetectCertainty(d, found);
  DetectContradictions(d, found);
  DetectAttribution(d, found);
  DetectQuotations(d, found);
  DetectLabels(d, found);
  DetectAgency(d, found);
  DetectCauses(d, found);
  DetectLoaded(d, found);
  DetectOmissions(d, unmatched, found);
  DetectEmphasis(d, found);
}

// Whether the evidence holds a word of content or a number: a mark or "This"
// alone shows nothing.
bool ShowsContent(const ReportIndex& report,
                  const std::optional<Evidence>& evidence) {
  if (!evidence) return true;
  const int i = evidence->sentence;
  const WordRange range = report.WordsOf(i, evidence->span);
  for (std::size_t k = range.first; k < range.last; ++k) {
    if (report.Rarity(i, k) > 0 ||
        report.words(i)[k].kind == WordKind::kNumber) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Finding> FindCandidates(const Report& left, const Report& right,
                                    const Alignment& alignment,
                                    const WordModel& words) {
  WordBook book(&words);
  const auto numbers = std::make_shared<const StemNumbers>(
      std::vector<const Annotation*>{left.annotation, right.annotation}, &book);
  return FindCandidates(left, right, alignment, numbers, &book);
}

std::vector<Finding> FindCandidates(
    const Report& left, const Report& right, const Alignment& alignment,
    const std::shared_ptr<const StemNumbers>& numbers, WordBook* book) {
  const ReportIndex l(*left.article, *left.annotation, book, numbers, 0);
  const ReportIndex r(*right.article, *right.annotation, book, numbers, 1);
  const PartnerLists partners = FindPartners(l, r, alignment);
  const ClauseList left_clauses(l), right_clauses(r);
  Direction from_left = MakeDirection(l, r, Side::kLeft, partners.of_left);
  from_left.near_clauses = &left_clauses;
  from_left.far_clauses = &right_clauses;
  Direction from_right = MakeDirection(r, l, Side::kRight, partners.of_right);
  from_right.near_clauses = &right_clauses;
  from_right.far_clauses = &left_clauses;
  ClauseLikeness likeness(&left_clauses, &right_clauses);
  ReadOnce readings;
  for (Direction* d : {&from_left, &from_right}) {
    d->likeness = &likeness;
    d->readings = &readings;
    d->splitter = &book->splitter();
  }
  constexpr std::size_t kUsual = 100;  // of reports of some 600 words
  std::vector<Finding> found;
  found.reserve(kUsual);
  Detect(from_left, alignment.unmatched_left, &found);
  Detect(from_right, alignment.unmatched_right, &found);
  std::erase_if(found, [&](const Finding& f) {
    return !ShowsContent(l, f.divergence.left) ||
           !ShowsContent(r, f.divergence.right);
  });
  MarkToldBeside(&found);
  return found;
}

std::vector<Divergence> Weigh(std::vector<Finding> candidates,
                              const Article& left, const Article& right,
                              const ConfidenceModel& model) {
  // Most points are found from both sides. What is equal merges in any case.
  candidates = EachOnce(std::move(candidates));
  AnchorReader anchors(&left, &right);
  std::vector<Divergence> divergences;
  divergences.reserve(candidates.size());
  for (Finding& finding : candidates) {
    Divergence& d = finding.divergence;
    d.confidence = model.Confidence(finding);
    d.fingerprint = FingerprintOf(d);
    d.anchor = anchors.Of(d);
    divergences.push_back(std::move(d));
  }
  return InReadingOrder(MergeSamePoints(std::move(divergences)));
}

std::vector<Divergence> FindDivergences(const Report& left,
                                        const Report& right,
                                        const Alignment& alignment,
                                        const WordModel& words,
                                        const ConfidenceModel& model) {
  return Weigh(FindCandidates(left, right, alignment, words), *left.article,
               *right.article, model);
}

std::vector<Divergence> FindDivergences(
    const Report& left, const Report& right, const Alignment& alignment,
    const std::shared_ptr<const StemNumbers>& numbers, WordBook* book,
    const ConfidenceModel& model) {
  return Weigh(FindCandidates(left, right, alignment, numbers, book),
               *left.article, *right.article, model);
}

}  // namespace rashomon
