#include "tools/review/calibrate/calibration.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include <Eigen/Core>

#include "absl/strings/str_format.h"
#include "engine/base/strings.h"
#include "tools/fit/logistic_newton.h"

namespace rashomon {
namespace {

constexpr int kOuterFolds = 10;
constexpr int kInnerFolds = 5;
constexpr std::size_t kMinGroups = 5;
// Half of it times the squared change: from "believe the verdicts" to "believe
// the shipped model".
constexpr double kPenalties[] = {1, 3, 10, 30, 100};
// The common shift is what the data know best.
constexpr double kShiftShare = 0.1;
constexpr Eigen::Index kKinds =
    static_cast<Eigen::Index>(kAllDivergenceKinds.size());
constexpr Eigen::Index kColumns = 2 + kKinds;  // slope, shift, kinds

double Logit(double p) {
  constexpr double kLeast = 0.0005;  // confidences have four decimals
  p = std::clamp(p, kLeast, 1 - kLeast);
  return std::log(p / (1 - p));
}

double Probability(double score) { return 1 / (1 + std::exp(-score)); }

Eigen::RowVectorXd RowOf(const DecidedFlag& flag) {
  Eigen::RowVectorXd row = Eigen::RowVectorXd::Zero(kColumns);
  row(0) = Logit(flag.confidence);
  row(1) = 1;
  row(2 + static_cast<Eigen::Index>(flag.kind)) = 1;
  return row;
}

// The changes: of the slope, of the shift, of each kind.
using Change = Eigen::VectorXd;

double ScoreOf(const DecidedFlag& flag, const Change& change) {
  return Logit(flag.confidence) + RowOf(flag).dot(change);
}

using Flags = std::vector<const DecidedFlag*>;

Change Fit(const Flags& flags, double penalty) {
  const auto n = static_cast<Eigen::Index>(flags.size());
  Eigen::MatrixXd design(n, kColumns);
  Eigen::VectorXd labels(n);
  Eigen::VectorXd offsets(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const DecidedFlag& flag = *flags[static_cast<std::size_t>(i)];
    design.row(i) = RowOf(flag);
    labels(i) = flag.right ? 1 : 0;
    offsets(i) = Logit(flag.confidence);
  }
  Eigen::VectorXd penalties = Eigen::VectorXd::Constant(kColumns, penalty);
  penalties(1) *= kShiftShare;
  return SolveLogistic(design, labels, Eigen::VectorXd::Ones(n), penalties,
                       offsets);
}

// The fold of each flag: whole groups, in the order in which they come.
std::vector<int> FoldsOf(const Flags& flags, bool by_group, int folds) {
  std::map<std::int64_t, int> of_group;
  std::vector<int> result;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const std::int64_t group =
        by_group ? flags[i]->group : static_cast<std::int64_t>(i);
    const int next = static_cast<int>(of_group.size()) % folds;
    result.push_back(of_group.try_emplace(group, next).first->second);
  }
  return result;
}

double LogLoss(double p, bool right) {
  constexpr double kLeast = 1e-9;
  return -std::log(std::max(kLeast, right ? p : 1 - p));
}

double HeldOutLoss(const Flags& flags, bool by_group, double penalty) {
  const std::vector<int> folds = FoldsOf(flags, by_group, kInnerFolds);
  double loss = 0;
  for (int fold = 0; fold < kInnerFolds; ++fold) {
    Flags seen;
    for (std::size_t i = 0; i < flags.size(); ++i) {
      if (folds[i] != fold) seen.push_back(flags[i]);
    }
    if (seen.empty()) continue;
    const Change change = Fit(seen, penalty);
    for (std::size_t i = 0; i < flags.size(); ++i) {
      if (folds[i] != fold) continue;
      loss += LogLoss(Probability(ScoreOf(*flags[i], change)),
                      flags[i]->right);
    }
  }
  return loss;
}

double ChoosePenalty(const Flags& flags, bool by_group) {
  double best = kPenalties[0];
  double least = HeldOutLoss(flags, by_group, best);
  for (const double penalty : kPenalties) {
    const double loss = HeldOutLoss(flags, by_group, penalty);
    if (loss < least) {
      least = loss;
      best = penalty;
    }
  }
  return best;
}

CalibrationScores ScoresOf(const Flags& flags,
                           const std::vector<double>& probabilities) {
  constexpr int kBins = 10;
  struct Bin {
    double sum = 0;
    double right = 0;
  };
  std::vector<Bin> bins(kBins);
  CalibrationScores scores;
  const double n = static_cast<double>(flags.size());
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const double p = probabilities[i];
    const double label = flags[i]->right ? 1 : 0;
    scores.log_loss += LogLoss(p, flags[i]->right) / n;
    scores.brier += (p - label) * (p - label) / n;
    Bin& bin = bins[static_cast<std::size_t>(
        std::min(kBins - 1, static_cast<int>(p * kBins)))];
    bin.sum += p;
    bin.right += label;
  }
  for (const Bin& bin : bins) {
    scores.calibration_error += std::abs(bin.sum - bin.right) / n;
  }
  return scores;
}

void CrossValidate(const Flags& flags, Calibration* c) {
  const std::vector<int> folds =
      FoldsOf(flags, c->folds_by_group, c->folds);
  std::vector<double> before(flags.size());
  std::vector<double> after(flags.size());
  for (int fold = 0; fold < c->folds; ++fold) {
    Flags seen;
    for (std::size_t i = 0; i < flags.size(); ++i) {
      if (folds[i] != fold) seen.push_back(flags[i]);
    }
    const Change change =
        Fit(seen, ChoosePenalty(seen, c->folds_by_group));
    for (std::size_t i = 0; i < flags.size(); ++i) {
      if (folds[i] != fold) continue;
      before[i] = flags[i]->confidence;
      after[i] = Probability(ScoreOf(*flags[i], change));
    }
  }
  c->before = ScoresOf(flags, before);
  c->after = ScoresOf(flags, after);
}

absl::Status CheckEnough(const Calibration& c) {
  if (c.right + c.wrong < kMinDecided) {
    return absl::InvalidArgumentError(
        StrCat("a refit needs ", kMinDecided,
               " flags that are confirmed or dismissed, and there are ",
               c.right + c.wrong, "; decide more of them first"));
  }
  if (c.right == 0 || c.wrong == 0) {
    return absl::InvalidArgumentError(
        StrCat("a refit needs both confirmed and dismissed flags, and all ",
               c.right + c.wrong, " are ",
               c.wrong == 0 ? "confirmed" : "dismissed"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Calibration> FitCalibration(
    const std::vector<DecidedFlag>& decided) {
  Calibration c;
  Flags flags;
  std::set<std::int64_t> groups;
  std::set<DivergenceKind> kinds;
  for (const DecidedFlag& flag : decided) {
    flags.push_back(&flag);
    groups.insert(flag.group);
    kinds.insert(flag.kind);
    ++(flag.right ? c.right : c.wrong);
  }
  if (absl::Status enough = CheckEnough(c); !enough.ok()) return enough;
  c.folds_by_group = groups.size() >= kMinGroups;
  c.folds = c.folds_by_group
                ? std::min(kOuterFolds, static_cast<int>(groups.size()))
                : kOuterFolds;
  CrossValidate(flags, &c);
  c.penalty = ChoosePenalty(flags, c.folds_by_group);
  const Change change = Fit(flags, c.penalty);
  c.slope = 1 + change(0);
  c.shift = change(1);
  for (const DivergenceKind kind : kinds) {
    c.kind_shifts[kind] = change(2 + static_cast<Eigen::Index>(kind));
  }
  return c;
}

LogisticModel Calibrated(const LogisticModel& base,
                         const Calibration& calibration) {
  std::vector<LogisticModel::Weight> weights = base.weights();
  LogisticModel::Weight* bias = nullptr;
  for (LogisticModel::Weight& weight : weights) {
    weight.weight *= calibration.slope;
    if (weight.feature == "bias") bias = &weight;
  }
  if (bias == nullptr) {
    weights.insert(weights.begin(), {"bias", 0, 0, 1});
    bias = &weights.front();
  }
  bias->weight += calibration.shift;
  const std::size_t bias_at = static_cast<std::size_t>(bias - weights.data());
  for (const auto& [kind, shift] : calibration.kind_shifts) {
    const auto found = std::find_if(
        weights.begin(), weights.end(),
        [name = Name(kind)](const LogisticModel::Weight& w) {
          return w.feature == name;
        });
    if (found == weights.end()) {
      weights.push_back({std::string(Name(kind)), shift, 0, 1});
      continue;
    }
    // (1 - mean) / scale of it counts for the kind, -mean / scale for others.
    found->weight += shift * found->scale;
    weights[bias_at].weight += shift * found->mean;
  }
  return LogisticModel(std::move(weights));
}

std::string ModelAsTsv(const LogisticModel& model,
                       const std::vector<std::string>& comments) {
  std::string tsv;
  for (std::string comment : comments) {
    std::replace(comment.begin(), comment.end(), '\n', ' ');
    std::replace(comment.begin(), comment.end(), '\r', ' ');
    StrAppend(&tsv, "# ", comment, "\n");
  }
  tsv += "feature\tweight\tmean\tscale\n";
  for (const LogisticModel::Weight& w : model.weights()) {
    StrAppend(&tsv, w.feature,
              absl::StrFormat("\t%.5f\t%.5f\t%.5f\n", w.weight, w.mean,
                              w.scale));
  }
  return tsv;
}

}  // namespace rashomon
