#include "tools/evaluate/wording_eval.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "corpus/article.h"
#include "engine/base/span.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/claims/annotator.h"
#include "engine/lexicon/lexicons.h"
#include "tools/evaluate/gold_file.h"
#include "tools/evaluate/labelled_rows.h"
#include "tools/evaluate/measures.h"

namespace rashomon {
namespace {

constexpr double kLoadedFrom = 0.5;
constexpr char kRowRule[] =
    "a row is biased where one of its sentences is loaded by 0.5 or more";
constexpr char kSentenceRule[] =
    "a sentence is gold where a span of lexical bias overlaps it, and found "
    "where it is loaded by 0.5 or more";

MatchCounts Opposite(const MatchCounts& c, std::int64_t rows) {
  // Of the rows that are neither found nor gold.
  const std::int64_t right = rows - c.found - c.gold + c.right;
  return {right, rows - c.found, rows - c.gold};
}

bool ReadAsBiased(Annotator& annotator, const std::string& text) {
  Article article;
  article.text = text;
  article.language = "en";
  const std::vector<double> scores = annotator.Annotate(article).loaded;
  return std::any_of(scores.begin(), scores.end(),
                     [](double score) { return score >= kLoadedFrom; });
}

absl::StatusOr<std::vector<Score>> RunRows(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const GoldTable table, ReadGoldTsv(input.path));
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons, Lexicons::Shipped());
  Annotator annotator(&lexicons);
  RASHOMON_ASSIGN_OR_RETURN(
      const MatchCounts biased,
      CountLabelled(table, "biased", "neutral", [&](const std::string& text) {
        return ReadAsBiased(annotator, text);
      }));
  const auto rows = static_cast<std::int64_t>(table.rows.size());
  const MatchCounts neutral = Opposite(biased, rows);
  const auto of = [](const MatchCounts& c) {
    return std::vector<std::pair<std::string, std::int64_t>>{
        {"right", c.right}, {"found", c.found}, {"gold", c.gold}};
  };
  return std::vector<Score>{
      {"macro-F1", (biased.f1() + neutral.f1()) / 2, {{"rows", rows}},
       kRowRule},
      {"F1 of biased", biased.f1(), of(biased), kRowRule},
      {"F1 of neutral", neutral.f1(), of(neutral), kRowRule}};
}

// Spans of lexical bias of one report.
std::vector<Span> LexicalSpans(const nlohmann::json& row) {
  std::vector<Span> spans;
  for (const nlohmann::json& span : row.at("bias_spans")) {
    if (span.at("bias") != "lexical") continue;
    spans.push_back({span.at("field") == "title" ? Field::kTitle : Field::kText,
                     span.at("begin").get<std::size_t>(),
                     span.at("end").get<std::size_t>()});
  }
  return spans;
}

MatchCounts CountSentences(Annotator& annotator, const nlohmann::json& row) {
  Article article;
  article.title = row.value("title", "");
  article.text = row.value("text", "");
  article.language = "en";
  const std::vector<Span> gold = LexicalSpans(row);
  const Annotation a = annotator.Annotate(article);
  MatchCounts counts;
  for (std::size_t i = 0; i < a.sentences.size(); ++i) {
    const bool is_gold =
        std::any_of(gold.begin(), gold.end(), [&](const Span& span) {
          return Overlaps(span, a.sentences[i]);
        });
    const bool found = a.loaded[i] >= kLoadedFrom;
    counts.found += found;
    counts.gold += is_gold;
    counts.right += found && is_gold;
  }
  return counts;
}

absl::StatusOr<std::vector<Score>> RunSentences(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<nlohmann::json> rows,
                            ReadGoldJsonl(input.path));
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons, Lexicons::Shipped());
  Annotator annotator(&lexicons);
  MatchCounts counts;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].contains("bias_spans") || !rows[i]["bias_spans"].is_array()) {
      return absl::InvalidArgumentError(
          StrCat(input.path, ":", i + 1, ": no bias_spans"));
    }
    counts += CountSentences(annotator, rows[i]);
  }
  return std::vector<Score>{
      {"sentence F1, lexical", counts.f1(),
       {{"right", counts.right}, {"found", counts.found},
        {"gold", counts.gold},
        {"reports", static_cast<std::int64_t>(rows.size())}},
       kSentenceRule}};
}

}  // namespace

std::vector<Evaluation> WordingEvaluations() {
  return {{"wording/babe", "wording/babe.tsv", RunRows},
          {"wording/basil", "wording/basil.jsonl", RunSentences}};
}

}  // namespace rashomon
