#include "tools/train/fit_alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include <Eigen/Core>

#include "engine/align/aligner.h"
#include "engine/align/alignment_features.h"
#include "engine/align/pair_features.h"
#include "tools/fit/regression.h"

namespace rashomon {
namespace {

constexpr int kFolds = 5;
// Some 250 positives: of 0.3, 1, 3, 10 and 30 cross-validated likelihood is
// best at 10.
constexpr double kPenalty = 10;

// What the model sees. All features that say much the same as one of these
// raise F1 by 0.01 in cross-validation, and get weights of either sign: a
// sentence would then be less like its copy than like a paraphrase.
constexpr std::array<std::string_view, 13> kFitted = {
    "plain_cosine",    "vector_cosine", "rest_cosine",   "number_shared",
    "local_match",     "local_contained", "local_shared", "neighbors",
    "lesser_margin",   "title_to_text", "both_titles",   "positions",
    "shortness"};
// Digests of several outlets have one title, which is no alignment: copies that
// nobody marked are left out.
constexpr double kCopied = 0.9;

struct Row {
  std::array<double, kAlignmentFeatureCount> features;
  double label = 0;
};

double SoftCosineOf(const AlignmentCandidate& c) {
  return c.features[static_cast<std::size_t>(PairFeature::kSoftCosine)];
}

std::array<double, kAlignmentFeatureCount> OnlyFitted(
    std::array<double, kAlignmentFeatureCount> features) {
  const std::vector<std::string_view> names = AlignmentFeatureNames();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool fitted = std::find(kFitted.begin(), kFitted.end(), names[i]) !=
                        kFitted.end();
    if (!fitted) features[i] = 0;
  }
  return features;
}

bool Has(const std::vector<int>& list, int i) {
  return std::find(list.begin(), list.end(), i) != list.end();
}

bool IsAligned(const AlignmentCandidate& c,
               const std::vector<GoldAlignment>& gold) {
  return std::any_of(gold.begin(), gold.end(), [&](const GoldAlignment& g) {
    return Has(g.left, c.left) && Has(g.right, c.right);
  });
}

std::vector<Row> RowsOf(const WordModel& word_model, const AlignmentCase& c) {
  std::vector<Row> rows;
  for (const AlignmentCandidate& candidate :
       AlignmentCandidates(word_model, c.left.words, c.right.words, {}, {})) {
    const bool aligned = IsAligned(candidate, c.gold);
    if (!aligned && SoftCosineOf(candidate) > kCopied) continue;
    rows.push_back({OnlyFitted(candidate.features), aligned ? 1.0 : 0.0});
  }
  return rows;
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

void AddScores(const WordModel& word_model, const LinearModel& model,
               const AlignmentCase& c, std::vector<ThresholdScore>* scores) {
  for (ThresholdScore& score : *scores) {
    const Aligner aligner(&word_model, {.threshold = score.threshold}, model);
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

FittedAlignment FitAlignment(const WordModel& word_model,
                             const std::vector<AlignmentCase>& cases) {
  FittedAlignment fitted;
  fitted.cases = static_cast<int>(cases.size());
  std::vector<std::vector<Row>> rows;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    rows.push_back(RowsOf(word_model, cases[i]));
  }
  for (double t = 0.16; t < 0.6; t += 0.04) {
    fitted.cross_validated.push_back({t, {}, {}});
  }
  const std::vector<int> folds = FoldsOf(cases);
  Calibration calibration;
  for (int fold = 0; fold < kFolds; ++fold) {
    std::vector<const std::vector<Row>*> train;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (folds[i] != fold) train.push_back(&rows[i]);
    }
    const LinearModel model = Fit(train);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (folds[i] != fold) continue;
      AddScores(word_model, model, cases[i], &fitted.cross_validated);
      for (const Row& row : rows[i]) {
        calibration.Add(Logistic(model.Score(row.features)), row.label);
      }
    }
  }
  fitted.calibration_error = calibration.Error();
  std::vector<const std::vector<Row>*> all;
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
