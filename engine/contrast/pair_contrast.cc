#include "engine/contrast/pair_contrast.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/align/alignment.h"
#include "engine/base/status_macros.h"
#include "engine/contrast/conflict_features.h"
#include "engine/contrast/contrast.h"

namespace rashomon {
namespace {

// The pair is given as telling the same; detectors ask how surely.
constexpr double kTellsTheSame = 0.9;
// Of a side with more sentences, the first are compared.
constexpr int kMaxSentences = 8;
// Flags below are not named. By reading; low, for the confidence is of flags in
// whole reports, where most pairs of sentences tell different things.
constexpr double kLeastConfidence = 0.2;
// Sentences that share less tell of different things. By reading.
constexpr double kLeastFound = 0.35;
// Two values of one thing are a quantity from here on, whatever the detector
// says of them; the threshold of "number" in data/conflict.tsv.
constexpr double kTwoValues = 0.22;

Alignment AsOneGroup(const PairSide& left, const PairSide& right) {
  AlignedGroup group;
  group.confidence = kTellsTheSame;
  const int n = std::min(left.index->sentence_count(), kMaxSentences);
  const int m = std::min(right.index->sentence_count(), kMaxSentences);
  for (int i = 0; i < n; ++i) group.left.push_back(i);
  for (int j = 0; j < m; ++j) group.right.push_back(j);
  Alignment alignment;
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < m; ++j) {
      alignment.pairs.push_back({i, j, kTellsTheSame});
    }
  }
  alignment.groups.push_back(std::move(group));
  return alignment;
}

// What one sentence can show by itself.
bool ShowsInPairs(DivergenceKind kind) {
  return kind != DivergenceKind::kContradiction &&
         kind != DivergenceKind::kOmission && kind != DivergenceKind::kEmphasis;
}

bool HasTwoValues(const ConflictFeatures& features) {
  return std::max({features[ConflictFeature::kNumber],
                   features[ConflictFeature::kOrdinal],
                   features[ConflictFeature::kTime]}) >= kTwoValues;
}

// Keeps the kinds in order, each once.
void Insert(DivergenceKind kind, std::vector<DivergenceKind>* kinds) {
  const auto at = std::lower_bound(kinds->begin(), kinds->end(), kind);
  if (at == kinds->end() || *at != kind) kinds->insert(at, kind);
}

}  // namespace

PairContrast::PairContrast(const WordModel* words, ConflictScorer scorer,
                           ConfidenceModel confidence)
    : words_(words),
      scorer_(std::move(scorer)),
      confidence_(std::move(confidence)) {}

absl::StatusOr<PairContrast> PairContrast::Make(const Lexicons* lexicons,
                                                const WordModel* words) {
  RASHOMON_ASSIGN_OR_RETURN(ConflictScorer scorer,
                            ConflictScorer::Make(lexicons, words));
  RASHOMON_ASSIGN_OR_RETURN(ConfidenceModel confidence,
                            ConfidenceModel::Shipped());
  return PairContrast(words, std::move(scorer), std::move(confidence));
}

std::vector<DivergenceKind> PairContrast::KindsOf(const PairSide& left,
                                                  const PairSide& right) const {
  const std::vector<Finding> found =
      FindCandidates({left.article.get(), left.annotation.get()},
                     {right.article.get(), right.annotation.get()},
                     AsOneGroup(left, right), *words_);
  std::set<DivergenceKind> kinds;
  for (const Finding& finding : found) {
    if (ShowsInPairs(finding.divergence.kind) &&
        confidence_.Confidence(finding) >= kLeastConfidence) {
      kinds.insert(finding.divergence.kind);
    }
  }
  return {kinds.begin(), kinds.end()};
}

PairDifference PairContrast::Compare(const std::string& text,
                                     const std::string& hypothesis) {
  PairDifference difference;
  const PairSide left = scorer_.reader()->Read(text);
  const PairSide right = scorer_.reader()->Read(hypothesis);
  if (left.units.empty() || right.units.empty()) return difference;
  const ConflictFeatures features = FeaturesOfConflict(left, right, *words_);
  difference.conflict = scorer_.Conflict(features);
  if (text != hypothesis &&
      features[ConflictFeature::kFoundBoth] >= kLeastFound) {
    difference.kinds = KindsOf(left, right);
  }
  if (HasTwoValues(features)) {
    Insert(DivergenceKind::kQuantity, &difference.kinds);
  }
  if (difference.conflict >= kConflictDecides) {
    Insert(DivergenceKind::kContradiction, &difference.kinds);
  }
  return difference;
}

}  // namespace rashomon
