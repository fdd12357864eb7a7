#include "tools/evaluate/similarity_eval.h"

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "engine/align/pair_scorer.h"
#include "engine/base/span.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"
#include "tools/evaluate/gold_file.h"
#include "tools/evaluate/measures.h"

namespace rashomon {
namespace {

constexpr char kRule[] =
    "correlation of the given similarity with the readers' mean score";

struct ScoredGold {
  std::vector<double> gold;
  std::vector<double> given;
};

absl::StatusOr<ScoredGold> ScoreTable(const GoldTable& table) {
  RASHOMON_ASSIGN_OR_RETURN(const WordModel word_model, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t score, table.Column("score"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t left, table.Column("left"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t right, table.Column("right"));
  const PairScorer scorer(&word_model);
  WordSplitter splitter;
  const auto words = [&](std::string_view text) {
    return splitter.Split(text, Span{Field::kText, 0, text.size()});
  };
  ScoredGold scored;
  for (const auto& row : table.rows) {
    double gold = 0;
    const std::string& text = row[score];
    const char* end = text.data() + text.size();
    if (std::from_chars(text.data(), end, gold).ptr != end) {
      return absl::InvalidArgumentError(
          StrCat(table.path, ": line ", scored.gold.size() + 2,
                 ": score is no number"));
    }
    scored.gold.push_back(gold);
    scored.given.push_back(
        scorer.Similarity(words(row[left]), words(row[right])));
  }
  return scored;
}

absl::StatusOr<std::vector<Score>> Run(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const GoldTable table, ReadGoldTsv(input.path));
  RASHOMON_ASSIGN_OR_RETURN(const ScoredGold scored, ScoreTable(table));
  const auto pairs = static_cast<std::int64_t>(scored.gold.size());
  return std::vector<Score>{
      {"Pearson", PearsonCorrelation(scored.gold, scored.given),
       {{"pairs", pairs}}, kRule},
      {"Spearman", SpearmanCorrelation(scored.gold, scored.given),
       {{"pairs", pairs}}, kRule}};
}

Evaluation SetNamed(const std::string& name) {
  return {StrCat("similarity/", name), StrCat("similarity/", name, ".tsv"),
          Run};
}

}  // namespace

std::vector<Evaluation> SimilarityEvaluations() {
  return {SetNamed("stsb_dev"), SetNamed("stsb_ru_dev"),
          SetNamed("sts2012_smtnews"), SetNamed("sts2014_tweet-news")};
}

}  // namespace rashomon
