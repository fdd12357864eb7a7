#include "tools/train/fit_alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include <Eigen/Core>

#include "engine/align/aligner.h"
#include "engine/align/alignment_features.h"
#include "engine/align/pair_features.h"
#include "tools/train/regression.h"

namespace rashomon {
namespace {

constexpr int kFolds = 5;
// Some 200 positives against 23 features that go together: of 0.3, 1, 3, 10
// and 30 cross-validated likelihood is best at 10.
constexpr double kPenalty = 10;

struct Row {
  std::array<double, kAlignmentFeatureCount> features;
  double label = 0;
};

using Labels = std::map<std::pair<int, int>, int>;  // 1 same, -1 left out

double SoftCosineOf(const AlignmentCandidate& c) {
  return c.features[static_cast<std::size_t>(PairFeature::kSoftCosine)];
}

// Marks the best partner of each sentence of the side with fewer.
void MarkBest(const GoldAlignment& gold,
              const std::vector<AlignmentCandidate>& candidates,
              Labels* labels) {
  const bool by_left = gold.left.size() <= gold.right.size();
  std::map<int, const AlignmentCandidate*> best;
  const auto in = [](const std::vector<int>& list, int i) {
    return std::find(list.begin(), list.end(), i) != list.end();
  };
  for (const AlignmentCandidate& c : candidates) {
    if (!in(gold.left, c.left) || !in(gold.right, c.right)) continue;
    labels->try_emplace({c.left, c.right}, -1);
    const AlignmentCandidate*& kept = best[by_left ? c.left : c.right];
    if (kept == nullptr || SoftCosineOf(c) > SoftCosineOf(*kept)) kept = &c;
  }
  for (const auto& [sentence, c] : best) (*labels)[{c->left, c->right}] = 1;
}

std::vector<Row> RowsOf(const WordCounts& counts, const AlignmentCase& c) {
  const std::vector<AlignmentCandidate> candidates =
      AlignmentCandidates(counts, c.left.words, c.right.words, {}, {});
  Labels labels;
  for (const GoldAlignment& gold : c.gold) {
    MarkBest(gold, candidates, &labels);
  }
  std::vector<Row> rows;
  for (const AlignmentCandidate& candidate : candidates) {
    const auto at = labels.find({candidate.left, candidate.right});
    const int label = at == labels.end() ? 0 : at->second;
    if (label < 0) continue;
    rows.push_back({candidate.features, static_cast<double>(label)});
  }
  return rows;
}

// A report beside itself: every kEveryCopy-th sentence and its copy. The marked
// pairs hold few copies, and without these the model would think less of a
// copy than of a paraphrase.
void AddCopies(const WordCounts& counts, const AlignmentSide& side,
               std::vector<Row>* rows) {
  constexpr int kEveryCopy = 10;
  for (const AlignmentCandidate& candidate :
       AlignmentCandidates(counts, side.words, side.words, {}, {})) {
    if (candidate.left == candidate.right &&
        candidate.left % kEveryCopy == 0) {
      rows->push_back({candidate.features, 1.0});
    }
  }
}

LinearModel Fit(const std::vector<const std::vector<Row>*>& parts) {
  std::size_t n = 0;
  for (const auto* part : parts) n += part->size();
  Eigen::MatrixXd features(static_cast<Eigen::Index>(n),
                           static_cast<Eigen::Index>(kAlignmentFeatureCount));
  Eigen::VectorXd labels(static_cast<Eigen::Index>(n));
  Eigen::Index i = 0;
  for (const auto* part : parts) {
    for (const Row& row : *part) {
      features.row(i) = Eigen::Map<const Eigen::RowVectorXd>(
          row.features.data(), features.cols());
      labels[i++] = row.label;
    }
  }
  return FitLogistic(features, labels, kPenalty);
}

// Adds up how far stated probabilities are from what happened.
class Calibration {
 public:
  void Add(double probability, double label) {
    Bin& bin = bins_[std::min<std::size_t>(
        static_cast<std::size_t>(probability * bins_.size()),
        bins_.size() - 1)];
    bin.stated += probability;
    bin.happened += label;
    ++total_;
  }
  double Error() const {
    double sum = 0;
    for (const Bin& bin : bins_) sum += std::abs(bin.stated - bin.happened);
    return total_ > 0 ? sum / total_ : 0.0;
  }

 private:
  struct Bin {
    double stated = 0;
    double happened = 0;
  };
  std::array<Bin, 10> bins_;
  double total_ = 0;
};

void AddScores(const WordCounts& counts, const LinearModel& model,
               const AlignmentCase& c, std::vector<ThresholdScore>* scores) {
  for (ThresholdScore& score : *scores) {
    const Aligner aligner(&counts, {.threshold = score.threshold}, model);
    const Alignment a = aligner.Align(c.left.words, c.right.words);
    score.counts += CountAlignment(a, c.gold);
    score.strict += CountPairs(a, c.gold);
  }
}

int Root(std::vector<int>* parents, int i) {
  int& parent = (*parents)[static_cast<std::size_t>(i)];
  return parent == i ? i : parent = Root(parents, parent);
}

}  // namespace

std::vector<int> FoldsOf(const std::vector<AlignmentCase>& cases) {
  std::vector<int> parents(cases.size());
  std::iota(parents.begin(), parents.end(), 0);
  std::map<std::string, int> first_with;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (const AlignmentSide* side : {&cases[i].left, &cases[i].right}) {
      const auto [at, inserted] =
          first_with.try_emplace(side->text, static_cast<int>(i));
      const int a = Root(&parents, static_cast<int>(i));
      parents[static_cast<std::size_t>(a)] = Root(&parents, at->second);
    }
  }
  std::map<int, std::size_t> sizes;  // gold alignments of each family
  for (std::size_t i = 0; i < cases.size(); ++i) {
    sizes[Root(&parents, static_cast<int>(i))] += cases[i].gold.size() + 1;
  }
  std::vector<std::pair<std::size_t, int>> families;
  for (const auto& [root, size] : sizes) families.push_back({size, root});
  std::sort(families.rbegin(), families.rend());
  std::array<std::size_t, kFolds> loads{};
  std::map<int, int> fold_of;
  for (const auto& [size, root] : families) {
    const auto least = std::min_element(loads.begin(), loads.end());
    *least += size;
    fold_of[root] = static_cast<int>(least - loads.begin());
  }
  std::vector<int> folds;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    folds.push_back(fold_of[Root(&parents, static_cast<int>(i))]);
  }
  return folds;
}

FittedAlignment FitAlignment(const WordCounts& counts,
                             const std::vector<AlignmentCase>& cases) {
  FittedAlignment fitted;
  fitted.cases = static_cast<int>(cases.size());
  std::vector<std::vector<Row>> rows;
  std::vector<std::vector<Row>> copies(cases.size());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    rows.push_back(RowsOf(counts, cases[i]));
    AddCopies(counts, cases[i].left, &copies[i]);
    AddCopies(counts, cases[i].right, &copies[i]);
  }
  for (double t = 0.16; t < 0.6; t += 0.04) {
    fitted.cross_validated.push_back({t, {}, {}});
  }
  const std::vector<int> folds = FoldsOf(cases);
  Calibration calibration;
  for (int fold = 0; fold < kFolds; ++fold) {
    std::vector<const std::vector<Row>*> train;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (folds[i] == fold) continue;
      train.push_back(&rows[i]);
      train.push_back(&copies[i]);
    }
    const LinearModel model = Fit(train);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (folds[i] != fold) continue;
      AddScores(counts, model, cases[i], &fitted.cross_validated);
      for (const Row& row : rows[i]) {
        calibration.Add(Logistic(model.Score(row.features)), row.label);
      }
    }
  }
  fitted.calibration_error = calibration.Error();
  std::vector<const std::vector<Row>*> all;
  for (const auto& part : copies) all.push_back(&part);
  for (const auto& part : rows) {
    all.push_back(&part);
    for (const Row& row : part) {
      ++(row.label > 0 ? fitted.positives : fitted.negatives);
    }
  }
  fitted.model = Fit(all);
  return fitted;
}

}  // namespace rashomon
