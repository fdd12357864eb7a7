#include "tools/evaluate/sentence_eval.h"

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/span.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/text/sentence.h"
#include "tools/evaluate/gold_file.h"

namespace rashomon {
namespace {

constexpr char kRule[] =
    "a case is right where all its sentences are, white space aside";

// Runs of white space as one space: gold sentences are written on one line.
std::string OneSpaced(std::string_view text) {
  std::string out;
  for (const char c : StripAsciiSpace(text)) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) out += c;
    if (space && !out.ends_with(' ')) out += ' ';
  }
  return out;
}

bool CaseIsRight(const nlohmann::json& gold) {
  const std::string text = gold.value("text", "");
  SentenceOptions options;
  options.language = gold.value("lang", "");
  const std::vector<Span> spans =
      SplitSentences(text, Field::kText, {}, options);
  const auto sentences =
      gold.value("sentences", std::vector<std::string>());
  if (spans.size() != sentences.size()) return false;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (OneSpaced(Slice(text, spans[i])) != OneSpaced(sentences[i])) {
      return false;
    }
  }
  return true;
}

absl::StatusOr<std::vector<Score>> Run(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<nlohmann::json> cases,
                            ReadGoldJsonl(input.path));
  std::int64_t right = 0;
  for (const nlohmann::json& gold : cases) right += CaseIsRight(gold);
  const std::int64_t total = static_cast<std::int64_t>(cases.size());
  Score score;
  score.measure = "cases right";
  score.value = total == 0 ? 0 : static_cast<double>(right) / total;
  score.counts = {{"right", right}, {"of", total}};
  score.rule = kRule;
  return std::vector<Score>{score};
}

}  // namespace

Evaluation SentenceEvaluation() {
  return {"segmentation/golden_english", "segmentation/golden_english.jsonl",
          Run};
}

}  // namespace rashomon
