#include "tools/evaluate/certainty_eval.h"

#include <string>
#include <vector>

#include "corpus/article.h"
#include "engine/base/status_macros.h"
#include "engine/claims/annotator.h"
#include "engine/lexicon/lexicons.h"
#include "tools/evaluate/gold_file.h"
#include "tools/evaluate/labelled_rows.h"
#include "tools/evaluate/measures.h"

namespace rashomon {
namespace {

constexpr double kUncertainFrom = 0.5;
constexpr char kRule[] =
    "a row is uncertain where one of its sentences scores 0.5 or more";

bool ReadAsUncertain(Annotator& annotator, const std::string& text) {
  Article article;
  article.text = text;
  article.language = "en";
  for (const double score : annotator.Annotate(article).uncertain) {
    if (score >= kUncertainFrom) return true;
  }
  return false;
}

absl::StatusOr<std::vector<Score>> Run(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const GoldTable table, ReadGoldTsv(input.path));
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons, Lexicons::Shipped());
  Annotator annotator(&lexicons);
  RASHOMON_ASSIGN_OR_RETURN(
      const MatchCounts c,
      CountLabelled(table, "uncertain", "certain", [&](const std::string& text) {
        return ReadAsUncertain(annotator, text);
      }));
  const auto rows = static_cast<std::int64_t>(table.rows.size());
  return std::vector<Score>{
      {"F1 of uncertain", c.f1(),
       {{"right", c.right}, {"found", c.found}, {"gold", c.gold},
        {"rows", rows}}, kRule},
      {"precision", c.precision(), {{"right", c.right}, {"of", c.found}},
       kRule},
      {"recall", c.recall(), {{"right", c.right}, {"of", c.gold}}, kRule}};
}

}  // namespace

Evaluation CertaintyEvaluation() {
  return {"certainty/wiki_hedges", "certainty/wiki_hedges.tsv", Run};
}

}  // namespace rashomon
