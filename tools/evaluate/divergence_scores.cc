#include "tools/evaluate/divergence_scores.h"

#include <string>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/compare/comparer.h"

namespace rashomon {
namespace {

// In-sample figures must not be taken for more than they are.
constexpr char kRule[] =
    "a flag is right with the gold row's kind (kind-free: any) and spans of "
    "token F1 0.3 or more on every side the row marks; one to one in rank "
    "order. Confidence and same-event weights were fitted on these pairs: "
    "tools/train prints the figures by cross-validation";

Score RatioScore(std::string measure, const Ratio& ratio) {
  return {std::move(measure),
          ratio.value(),
          {{"right", ratio.right}, {"of", ratio.of}},
          kRule};
}

void AppendTable(const std::string& name, const DivergenceTable& table,
                 std::vector<Score>* out) {
  out->push_back(RatioScore("P@5, " + name, table.precision_at_5));
  out->push_back(RatioScore("recall of weight 3, " + name, table.weight_3));
  out->push_back(
      RatioScore("recall of weights 2 and 3, " + name, table.weight_2_and_3));
  out->push_back({"average precision, " + name,
                  table.average_precision,
                  {{"flags", table.flags}, {"gold", table.gold}},
                  kRule});
}

absl::StatusOr<std::vector<Score>> Run(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<GoldPair> gold,
                            ReadGoldPairs(input.path));
  RASHOMON_ASSIGN_OR_RETURN(Comparer comparer, Comparer::Make({}));
  int done = 0;
  return DivergenceScoreLines(ScoreDivergences(gold, [&](const GoldPair& p) {
    input.progress(
        StrCat("divergences, pair ", ++done, " of ", gold.size()));
    return comparer.Compare(p.left, p.right);
  }));
}

}  // namespace

std::vector<Score> DivergenceScoreLines(const DivergenceScores& scores) {
  std::vector<Score> lines;
  AppendTable("with kinds", scores.all, &lines);
  AppendTable("kind-free", scores.kind_free, &lines);
  lines.push_back(RatioScore("same-event decision", scores.same_event));
  lines.push_back({"calibration error",
                   scores.calibration_error,
                   {{"pairs", scores.pairs}},
                   kRule});
  for (std::size_t i = 0; i < kAllDivergenceKinds.size(); ++i) {
    const DivergenceTable& table = scores.by_kind[i];
    if (table.flags == 0 && table.gold == 0) continue;
    const std::string name(Name(kAllDivergenceKinds[i]));
    lines.push_back(RatioScore("P@5, " + name, table.precision_at_5));
    lines.push_back({"recall of all rows, " + name,
                     table.found.value(),
                     {{"found", table.found.right},
                      {"gold", table.gold},
                      {"flags", table.flags}},
                     kRule});
  }
  return lines;
}

Evaluation DivergenceEvaluation() {
  return {"divergences", "divergences/pairs.jsonl", Run};
}

}  // namespace rashomon
