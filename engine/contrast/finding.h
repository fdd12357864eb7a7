// What a detector hands on, and what it is given.
#ifndef RASHOMON_ENGINE_CONTRAST_FINDING_H_
#define RASHOMON_ENGINE_CONTRAST_FINDING_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/contrast/divergence.h"
#include "engine/contrast/read_once.h"
#include "engine/contrast/report_index.h"
#include "engine/text/word.h"

namespace rashomon {

// What the confidence model is to know. The name is a literal.
struct FindingFeature {
  std::string_view name;
  double value = 0;

  bool operator==(const FindingFeature&) const = default;
};
using FindingFeatures = std::vector<FindingFeature>;

// A divergence without confidence, fingerprint and anchor, and what the
// confidence model is to know about it.
struct Finding {
  Divergence divergence;
  FindingFeatures features;

  bool operator==(const Finding&) const = default;
};

// A sentence of the other report that may tell the same.
struct Partner {
  int sentence = 0;
  double confidence = 0;  // that they report the same, by the aligner
  double similarity = 0;  // cosine of rare stems, 0..1
  double meaning = 0;     // cosine of vectors, 0..1
};

// How much speaks for it at all, 0..1. Vectors of unlike sentences of one story
// have cosines of some 0.3.
inline double Nearness(const Partner& partner) {
  return std::max({partner.confidence, partner.similarity,
                   partner.meaning - 0.3});
}

// Of each sentence of one report, best first.
using Partners = std::vector<std::vector<Partner>>;

class ClauseLikeness;
class ClauseList;

// Two reports seen from one side. Detectors look for their trigger in `near`
// and are run in both directions, so that neither side is privileged.
struct Direction {
  const ReportIndex* near = nullptr;
  const ReportIndex* far = nullptr;
  Side near_side = Side::kLeft;
  const Partners* partners = nullptr;
  const ClauseList* near_clauses = nullptr;
  const ClauseList* far_clauses = nullptr;
  // Of both reports; the same in both directions.
  ClauseLikeness* likeness = nullptr;
  ReadOnce* readings = nullptr;
  WordSplitter* splitter = nullptr;  // for texts beside the reports'
  // Days from the publication of near to that of far; 0 where unknown.
  int days_to_far = 0;
  bool dated = false;  // both are

  const ReportIndex& left() const {
    return near_side == Side::kLeft ? *near : *far;
  }
  const ReportIndex& right() const {
    return near_side == Side::kLeft ? *far : *near;
  }
};

// Longest list of partners kept for a sentence.
inline constexpr int kMaxPartners = 10;

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_FINDING_H_
