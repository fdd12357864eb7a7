#include "tools/evaluate/contradiction_eval.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/contrast/conflict_scorer.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "tools/evaluate/gold_file.h"
#include "tools/evaluate/measures.h"

namespace rashomon {
namespace {

constexpr double kPrecision = 0.95;
constexpr char kRule[] =
    "a pair is found where its conflict is 0.5 or more, and right where its "
    "label is contradiction";
constexpr char kPrecisionRule[] =
    "the share of contradictions among the pairs of highest conflict, as many "
    "as leave at least 0.95 of those taken right";

absl::StatusOr<std::vector<JudgedPair>> ScorePairs(
    const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const GoldTable table, ReadGoldTsv(input.path));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t label, table.Column("label"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t text, table.Column("text"));
  RASHOMON_ASSIGN_OR_RETURN(const std::size_t hypothesis,
                            table.Column("hypothesis"));
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons, Lexicons::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const WordModel words, WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(ConflictScorer scorer,
                            ConflictScorer::Make(&lexicons, &words));
  std::vector<JudgedPair> pairs;
  for (const std::vector<std::string>& row : table.rows) {
    pairs.push_back({scorer.Conflict(row[text], row[hypothesis]),
                     row[label] == "contradiction"});
    input.progress(StrCat(input.path, ": ", pairs.size(), " pairs"));
  }
  return pairs;
}

MatchCounts CountAtDecision(const std::vector<JudgedPair>& pairs) {
  MatchCounts counts;
  for (const JudgedPair& pair : pairs) {
    const bool found = pair.score >= kConflictDecides;
    counts.found += found;
    counts.gold += pair.positive;
    counts.right += found && pair.positive;
  }
  return counts;
}

std::vector<Score> DecisionScores(const std::vector<JudgedPair>& pairs) {
  const MatchCounts c = CountAtDecision(pairs);
  return {{"F1 of contradiction", c.f1(),
           {{"right", c.right}, {"found", c.found}, {"gold", c.gold},
            {"pairs", static_cast<std::int64_t>(pairs.size())}}, kRule},
          {"precision", c.precision(), {{"right", c.right}, {"of", c.found}},
           kRule},
          {"recall", c.recall(), {{"right", c.right}, {"of", c.gold}}, kRule}};
}

absl::StatusOr<std::vector<Score>> RunDecision(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<JudgedPair> pairs,
                            ScorePairs(input));
  return DecisionScores(pairs);
}

absl::StatusOr<std::vector<Score>> RunAtPrecision(
    const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<JudgedPair> pairs,
                            ScorePairs(input));
  const FoundAtPrecision best = FindAtPrecision(pairs, kPrecision);
  std::vector<Score> scores = {
      {"found at precision .95", best.share(),
       {{"right", best.found}, {"found", best.taken}, {"gold", best.positives},
        {"pairs", static_cast<std::int64_t>(pairs.size())}}, kPrecisionRule}};
  for (Score& score : DecisionScores(pairs)) {
    scores.push_back(std::move(score));
  }
  return scores;
}

}  // namespace

FoundAtPrecision FindAtPrecision(std::vector<JudgedPair> pairs,
                                 double precision) {
  std::sort(pairs.begin(), pairs.end(),
            [](const JudgedPair& a, const JudgedPair& b) {
              return a.score > b.score;
            });
  FoundAtPrecision best, running;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    ++running.taken;
    running.found += pairs[i].positive;
    running.from = pairs[i].score;
    const bool last_of_score =
        i + 1 == pairs.size() || pairs[i + 1].score != pairs[i].score;
    if (last_of_score && running.found > best.found &&
        static_cast<double>(running.found) >=
            precision * static_cast<double>(running.taken)) {
      best = running;
    }
  }
  best.positives = running.found;
  return best;
}

std::vector<Evaluation> ContradictionEvaluations() {
  return {{"contradiction/rte3_dev", "contradiction/rte3_dev.tsv", RunDecision},
          {"contradiction/breaking_nli", "contradiction/breaking_nli.tsv",
           RunAtPrecision},
          {"contradiction/sick_train", "contradiction/sick_train.tsv",
           RunDecision}};
}

}  // namespace rashomon
