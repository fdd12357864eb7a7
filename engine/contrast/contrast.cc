#include "engine/contrast/contrast.h"

#include <optional>
#include <utility>

#include "engine/contrast/attribution_detector.h"
#include "engine/contrast/certainty_detector.h"
#include "engine/contrast/loaded_detector.h"
#include "engine/contrast/merge.h"
#include "engine/contrast/omission_detector.h"
#include "engine/contrast/partners.h"
#include "engine/contrast/quantity_detector.h"
#include "engine/contrast/report_index.h"

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
  DetectAttribution(d, found);
  DetectLoaded(d, found);
  DetectOmissions(d, unmatched, found);
}

}  // namespace

std::vector<Finding> FindCandidates(const Report& left, const Report& right,
                                    const Alignment& alignment,
                                    const WordCounts& counts) {
  const ReportIndex l(*left.article, *left.annotation, counts);
  const ReportIndex r(*right.article, *right.annotation, counts);
  const PartnerLists partners = FindPartners(l, r, alignment);
  std::vector<Finding> found;
  Detect(MakeDirection(l, r, Side::kLeft, partners.of_left),
         alignment.unmatched_left, &found);
  Detect(MakeDirection(r, l, Side::kRight, partners.of_right),
         alignment.unmatched_right, &found);
  return found;
}

std::vector<Divergence> Weigh(std::vector<Finding> candidates,
                              const Article& left, const Article& right,
                              const ConfidenceModel& model) {
  std::vector<Divergence> divergences;
  for (Finding& finding : candidates) {
    Divergence& d = finding.divergence;
    d.confidence = model.Confidence(finding);
    d.fingerprint = FingerprintOf(d);
    d.anchor = AnchorOf(d, left, right);
    divergences.push_back(std::move(d));
  }
  return MergeSamePoints(std::move(divergences));
}

std::vector<Divergence> FindDivergences(const Report& left,
                                        const Report& right,
                                        const Alignment& alignment,
                                        const WordCounts& counts,
                                        const ConfidenceModel& model) {
  return Weigh(FindCandidates(left, right, alignment, counts), *left.article,
               *right.article, model);
}

}  // namespace rashomon
