#include "tools/evaluate/similarity_eval.h"

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/align/linear_model.h"
#include "engine/align/pair_scorer.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"
#include "tools/evaluate/measures.h"
#include "tools/evaluate/similarity_gold.h"
#include "tools/fit/similarity_fit.h"

namespace rashomon {
namespace {

using Counts = std::vector<std::pair<std::string, std::int64_t>>;
using Pairs = std::vector<SimilarityPair>;

constexpr char kRule[] =
    "correlation of the given similarity with the readers' mean score";
constexpr char kHeldOutRule[] =
    "correlation of the similarity with the readers' mean score, by a model "
    "fitted on stsb_train without the pairs that stand here, too (texts equal "
    "but for case, spaces and punctuation, in either order)";
constexpr char kFittedOn[] = "similarity/stsb_train.tsv";
constexpr double kHighestScore = 5;

std::int64_t SizeOf(const Pairs& pairs) {
  return static_cast<std::int64_t>(pairs.size());
}

std::vector<Score> Correlations(const PairScorer& scorer, const Pairs& pairs,
                                const Counts& counts, const char* rule) {
  WordSplitter splitter;
  std::vector<double> gold, given;
  for (const SimilarityPair& pair : pairs) {
    gold.push_back(pair.score);
    given.push_back(scorer.Similarity(WordsOf(pair.left, &splitter),
                                      WordsOf(pair.right, &splitter)));
  }
  return {{"Pearson", PearsonCorrelation(gold, given), counts, rule},
          {"Spearman", SpearmanCorrelation(gold, given), counts, rule}};
}

absl::StatusOr<std::vector<Score>> RunShipped(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const WordModel word_model, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const Pairs pairs, ReadSimilarityGold(input.path));
  return Correlations(PairScorer(&word_model), pairs,
                      {{"pairs", SizeOf(pairs)}}, kRule);
}

LinearModel Fit(const WordModel& word_model, const Pairs& pairs) {
  Eigen::VectorXd targets(static_cast<Eigen::Index>(pairs.size()));
  for (Eigen::Index i = 0; i < targets.size(); ++i) {
    targets[i] = pairs[static_cast<std::size_t>(i)].score / kHighestScore;
  }
  return FitSimilarityModel(FeatureTable(word_model, pairs), targets);
}

absl::StatusOr<std::vector<Score>> RunHeldOut(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const WordModel word_model, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const Pairs pairs, ReadSimilarityGold(input.path));
  const std::string path = StrCat(input.data_folder, "/", kFittedOn);
  RASHOMON_ASSIGN_OR_RETURN(const Pairs all, ReadSimilarityGold(path));
  const Pairs kept = WithoutShared(all, pairs);
  if (kept.empty()) {
    return absl::InvalidArgumentError(
        StrCat(path, ": no pair is left to fit on"));
  }
  return Correlations(PairScorer(&word_model, Fit(word_model, kept)), pairs,
                      {{"pairs", SizeOf(pairs)},
                       {"fitted on", SizeOf(kept)},
                       {"left out", SizeOf(all) - SizeOf(kept)}},
                      kHeldOutRule);
}

std::string PathOf(const std::string& set) { return StrCat(set, ".tsv"); }

Evaluation Shipped(const std::string& set) {
  return {set, PathOf(set), RunShipped};
}

Evaluation HeldOut(const std::string& set) {
  return {set, PathOf(set), RunHeldOut};
}

}  // namespace

std::vector<Evaluation> SimilarityEvaluations() {
  return {Shipped("similarity/stsb_dev"),
          Shipped("similarity/stsb_ru_dev"),
          Shipped("similarity/sts2012_smtnews"),
          Shipped("similarity/sts2014_tweet-news"),
          HeldOut("similarity/sts2012_msrpar"),
          HeldOut("similarity/sts2013_headlines"),
          HeldOut("similarity/sts2014_headlines"),
          HeldOut("similarity/sts2014_deft-news")};
}

}  // namespace rashomon
