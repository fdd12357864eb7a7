#include "tools/train/confidence_fit.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "absl/strings/str_format.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/compare/comparer.h"
#include "engine/contrast/confidence.h"
#include "engine/contrast/contrast.h"
#include "engine/contrast/merge.h"
#include "engine/embed/word_model.h"

namespace rashomon {
namespace {

constexpr int kFolds = 10;
// Chosen by the score over eight other ways of folding: precision of the first
// five .393 with kinds and .488 without, against .382 and .468 for a ridge of
// 0.08 and scales without a bound, which let rules with two or three findings
// be all but certain. Ridges of 0.01 to 0.04 are within .010 of it.
constexpr double kRidge = 0.02;
constexpr double kMinScale = 0.1;
// The pairs of marked_pairs.h beside them. Over five ways of folding the marked
// pairs of data/divergences: recall of weight 3 .327 and right flags among the
// first 15 141, against .316 and 137 without; precision of the first five .411
// and .407. Weights of .05 to .2 and ridges of .01 to .03 are within .010 of
// it; without weights for the target, precision falls to .37.
constexpr double kMarkedWeight = 0.1;
constexpr double kTargetRidge = 0.01;

// Pairs that share a report or tell one story: digests by title, the real
// articles together, others each by itself.
std::string StoryOf(const GoldPair& pair) {
  if (pair.source == "seed") return "seed";
  if (pair.source == "ruwa") return pair.left.title;
  return pair.id;
}

std::vector<int> Folds(const std::vector<GoldPair>& gold) {
  std::map<std::string, int> of_story;
  std::vector<int> folds;
  for (const GoldPair& pair : gold) {
    const int next = static_cast<int>(of_story.size()) % kFolds;
    folds.push_back(of_story.try_emplace(StoryOf(pair), next).first->second);
  }
  return folds;
}

bool IsRightForAny(const GoldPair& pair, const Divergence& flag) {
  return std::any_of(pair.divergences.begin(), pair.divergences.end(),
                     [&](const GoldDivergence& gold) {
                       return IsRight(pair, flag, gold, false);
                     });
}

// A row a finding; those that show the same, as when it is found from both
// sides, weigh one together.
std::vector<FitRow> RowsOf(const GoldPair& pair,
                           const std::vector<Finding>& findings) {
  std::map<std::string, int> shown;
  for (const Finding& f : findings) ++shown[FingerprintOf(f.divergence)];
  std::vector<FitRow> rows;
  for (const Finding& f : findings) {
    rows.push_back({ConfidenceFeatures(f), IsRightForAny(pair, f.divergence),
                    1.0 / shown[FingerprintOf(f.divergence)]});
  }
  return rows;
}

std::vector<Finding> FindingsIn(const Comparison& c, const WordModel& words) {
  return FindCandidates({&c.left, &c.left_annotation},
                        {&c.right, &c.right_annotation}, c.alignment, words);
}

}  // namespace

absl::StatusOr<ConfidenceFit> ConfidenceFit::Make(
    std::vector<GoldPair> gold, const std::vector<GoldPair>& marked) {
  RASHOMON_ASSIGN_OR_RETURN(Comparer comparer, Comparer::Make({}));
  RASHOMON_ASSIGN_OR_RETURN(WordModel words, WordModel::Shipped());
  ConfidenceFit fit;
  fit.folds_ = Folds(gold);
  for (const GoldPair& pair : gold) {
    Comparison c = comparer.Compare(pair.left, pair.right);
    fit.findings_.push_back(FindingsIn(c, words));
    std::vector<FitRow> rows = RowsOf(pair, fit.findings_.back());
    for (FitRow& row : rows) {
      row.fold = fit.folds_[fit.rows_.size()];
      row.target = true;
    }
    fit.rows_.push_back(std::move(rows));
    c.divergences.clear();
    fit.comparisons_.push_back(std::move(c));
  }
  for (const GoldPair& pair : marked) {
    const Comparison c = comparer.Compare(pair.left, pair.right);
    for (FitRow& row : RowsOf(pair, FindingsIn(c, words))) {
      row.weight *= kMarkedWeight;
      row.fold = -1;
      fit.marked_rows_.push_back(std::move(row));
    }
  }
  fit.marked_pairs_ = marked.size();
  fit.gold_ = std::move(gold);
  return fit;
}

std::vector<FitRow> ConfidenceFit::RowsWithout(int fold) const {
  std::vector<FitRow> rows;
  for (std::size_t p = 0; p < gold_.size(); ++p) {
    if (folds_[p] == fold) continue;
    rows.insert(rows.end(), rows_[p].begin(), rows_[p].end());
  }
  rows.insert(rows.end(), marked_rows_.begin(), marked_rows_.end());
  return rows;
}

LogisticModel ConfidenceFit::Fit(int without_fold) const {
  const std::vector<FitRow> rows = RowsWithout(without_fold);
  FitOptions options;
  options.l2 = kRidge;
  options.min_scale = kMinScale;
  if (!marked_rows_.empty()) options.target_l2 = kTargetRidge;
  return FitLogistic(rows, FeatureNames(rows), options);
}

std::vector<Comparison> ConfidenceFit::CrossValidatedComparisons() const {
  std::vector<ConfidenceModel> models;
  for (int fold = 0; fold < kFolds; ++fold) {
    models.emplace_back(Fit(fold));
  }
  std::vector<Comparison> result;
  for (std::size_t p = 0; p < gold_.size(); ++p) {
    Comparison c = comparisons_[p];
    if (c.same_event.verdict != SameEventVerdict::kNo) {
      c.divergences = Weigh(findings_[p], c.left, c.right, models[folds_[p]]);
    }
    result.push_back(std::move(c));
  }
  return result;
}

DivergenceScores ConfidenceFit::CrossValidated() const {
  const std::vector<Comparison> comparisons = CrossValidatedComparisons();
  std::size_t next = 0;
  return ScoreDivergences(
      gold_, [&](const GoldPair&) { return comparisons[next++]; });
}

std::string ConfidenceFit::Tsv() const {
  const DivergenceScores s = CrossValidated();
  auto percent = [](const Ratio& r) {
    return absl::StrFormat("%.3f (%d of %d)", r.value(), r.right, r.of);
  };
  return ModelTsv(
      Fit(-1),
      {"Confidence of flags: a logistic model over the features of the "
       "detectors.",
       StrCat("Fitted on the marked pairs of data/divergences (", gold_.size(),
              " pairs) and, lightly, on ", marked_pairs_,
              " others (tools/train/marks) by the command in "
              "tools/train/contrast.md."),
       StrCat("Cross-validated over ", kFolds, " folds of stories: P@5 ",
              percent(s.all.precision_at_5), ", recall of weight 3 ",
              percent(s.all.weight_3), ", calibration error ",
              absl::StrFormat("%.3f", s.calibration_error), ".")});
}

}  // namespace rashomon
