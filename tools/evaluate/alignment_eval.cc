#include "tools/evaluate/alignment_eval.h"

#include <vector>

#include "engine/align/aligner.h"
#include "engine/base/status_macros.h"
#include "engine/embed/word_model.h"
#include "tools/evaluate/alignment_gold.h"
#include "tools/evaluate/measures.h"

namespace rashomon {
namespace {

constexpr char kRule[] =
    "a pair of sentences is right where one gold alignment holds both; a gold "
    "alignment is found by one right pair; m:n groups count as all their pairs";
constexpr char kStrictRule[] =
    "pairs of sentences against all left x right pairs of the gold alignments";

absl::StatusOr<std::vector<Score>> Run(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const WordModel word_model,
                            WordModel::Shipped());
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<AlignmentCase> cases,
                            ReadAlignmentGold(input.path));
  const Aligner aligner(&word_model);
  AlignmentCounts sum;
  MatchCounts strict;
  for (const AlignmentCase& c : cases) {
    const Alignment a = aligner.Align(c.left.words, c.right.words);
    sum += CountAlignment(a, c.gold);
    strict += CountPairs(a, c.gold);
  }
  const auto reports = static_cast<std::int64_t>(cases.size());
  return std::vector<Score>{
      {"F1", sum.f1(), {{"report pairs", reports}}, kRule},
      {"precision",
       sum.precision(),
       {{"right", sum.right}, {"found", sum.found}},
       kRule},
      {"recall", sum.recall(), {{"hit", sum.hit}, {"gold", sum.gold}}, kRule},
      {"F1, all pairs",
       strict.f1(),
       {{"right", strict.right},
        {"found", strict.found},
        {"gold", strict.gold}},
       kStrictRule}};
}

}  // namespace

Evaluation AlignmentEvaluation() {
  return {"divergences/alignments", "divergences/pairs.jsonl", Run};
}

}  // namespace rashomon
