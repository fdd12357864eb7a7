#include "tools/evaluate/attribution_eval.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "absl/status/status.h"
#include "corpus/article.h"
#include "engine/base/span.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/claims/annotator.h"
#include "engine/lexicon/lexicons.h"
#include "engine/text/word.h"
#include "tools/evaluate/gold_file.h"

namespace rashomon {
namespace {

constexpr char kCueRule[] =
    "attributions match one to one where their cues share a word; claims with "
    "the same cue are one attribution";
constexpr char kMatchedRule[] =
    "words of matched attributions, micro-averaged; punctuation is no word";
constexpr char kAllRule[] =
    "the same over all attributions: every word of one that has no match is a "
    "miss or a false find";

using Indices = std::vector<std::size_t>;

std::int64_t Shared(const Indices& a, const Indices& b) {
  std::int64_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++shared;
    const bool step_i = *i <= *j, step_j = *j <= *i;
    if (step_i) ++i;
    if (step_j) ++j;
  }
  return shared;
}

MatchCounts CountsOf(const Indices& gold, const Indices& found) {
  MatchCounts counts;
  counts.right = Shared(gold, found);
  counts.gold = static_cast<std::int64_t>(gold.size());
  counts.found = static_cast<std::int64_t>(found.size());
  return counts;
}

struct Candidate {
  std::int64_t shared_cue, shared_content;
  std::size_t gold, found;
};

// Pairs whose cues share a word, those that share most first.
std::vector<Candidate> Candidates(const std::vector<AttributionWords>& gold,
                                  const std::vector<AttributionWords>& found) {
  std::vector<Candidate> out;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    for (std::size_t f = 0; f < found.size(); ++f) {
      const std::int64_t cue = Shared(gold[g].cue, found[f].cue);
      if (cue == 0) continue;
      out.push_back({cue, Shared(gold[g].content, found[f].content), g, f});
    }
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return std::tie(b.shared_cue, b.shared_content, a.gold, a.found) <
           std::tie(a.shared_cue, a.shared_content, b.gold, b.found);
  });
  return out;
}

void AddUnmatched(const std::vector<AttributionWords>& all,
                  const std::vector<bool>& matched, bool gold,
                  AttributionCounts* counts) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (matched[i]) continue;
    const Indices none;
    const AttributionWords& a = all[i];
    counts->source_all +=
        gold ? CountsOf(a.source, none) : CountsOf(none, a.source);
    counts->content_all +=
        gold ? CountsOf(a.content, none) : CountsOf(none, a.content);
  }
}

void AddWords(const std::vector<Span>& spans, const std::vector<Span>& words,
              Indices* out) {
  for (const Span& span : spans) {
    auto word = std::partition_point(
        words.begin(), words.end(),
        [&](const Span& w) { return w.end <= span.begin; });
    for (; word != words.end() && word->begin < span.end; ++word) {
      if (word->field != span.field) continue;
      out->push_back(static_cast<std::size_t>(word - words.begin()));
    }
  }
  std::sort(out->begin(), out->end());
  out->erase(std::unique(out->begin(), out->end()), out->end());
}

std::vector<Span> WordsOf(const std::string& text, WordSplitter& splitter) {
  std::vector<Span> words;
  for (const Word& word :
       splitter.Views(text, Span{Field::kText, 0, text.size()})) {
    if (word.kind != WordKind::kPunctuation) words.push_back(word.span);
  }
  return words;
}

std::vector<Span> SpansIn(const nlohmann::json& gold, const char* part) {
  std::vector<Span> spans;
  for (const auto& [begin, end] :
       gold.value(part, std::vector<std::pair<std::size_t, std::size_t>>())) {
    spans.push_back({Field::kText, begin, end});
  }
  return spans;
}

std::vector<AttributionWords> GoldOf(const nlohmann::json& row,
                                     const std::vector<Span>& words) {
  std::vector<AttributionWords> out;
  for (const nlohmann::json& gold : row.at("attributions")) {
    AttributionWords a;
    AddWords(SpansIn(gold, "source"), words, &a.source);
    AddWords(SpansIn(gold, "cue"), words, &a.cue);
    AddWords(SpansIn(gold, "content"), words, &a.content);
    // Without a cue there is nothing to match by.
    if (!a.cue.empty()) out.push_back(std::move(a));
  }
  return out;
}

Article ArticleOf(const nlohmann::json& row) {
  Article article;
  article.id = row.value("id", "");
  article.published = row.value("date", "");
  article.language = "en";
  article.text = row.value("text", "");
  return article;
}

Score ScoreOf(const std::string& measure, const MatchCounts& counts,
              const char* unit, const char* rule) {
  return {measure, counts.f1(),
          {{StrCat(unit, " right"), counts.right},
           {"found", counts.found},
           {"gold", counts.gold}},
          rule};
}

absl::StatusOr<std::vector<Score>> Run(const EvaluationInput& input) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<nlohmann::json> rows,
                            ReadGoldJsonl(input.path));
  RASHOMON_ASSIGN_OR_RETURN(const Lexicons lexicons, Lexicons::Shipped());
  Annotator annotator(&lexicons);
  WordSplitter splitter;
  AttributionCounts counts;
  for (const nlohmann::json& row : rows) {
    const Article article = ArticleOf(row);
    const std::vector<Span> words = WordsOf(article.text, splitter);
    counts += ScoreAttributions(
        GoldOf(row, words),
        AttributionsOf(annotator.Annotate(article).claims, words));
  }
  return std::vector<Score>{
      ScoreOf("cue F1", counts.cue, "cues", kCueRule),
      {"cue precision", counts.cue.precision(), {}, kCueRule},
      {"cue recall", counts.cue.recall(), {}, kCueRule},
      ScoreOf("source F1", counts.source, "words", kMatchedRule),
      ScoreOf("content F1", counts.content, "words", kMatchedRule),
      ScoreOf("source F1, misses count", counts.source_all, "words", kAllRule),
      ScoreOf("content F1, misses count", counts.content_all, "words",
              kAllRule)};
}

}  // namespace

AttributionCounts& AttributionCounts::operator+=(
    const AttributionCounts& other) {
  cue += other.cue;
  source += other.source;
  content += other.content;
  source_all += other.source_all;
  content_all += other.content_all;
  return *this;
}

AttributionCounts ScoreAttributions(
    const std::vector<AttributionWords>& gold,
    const std::vector<AttributionWords>& found) {
  AttributionCounts counts;
  counts.cue.gold = static_cast<std::int64_t>(gold.size());
  counts.cue.found = static_cast<std::int64_t>(found.size());
  std::vector<bool> gold_matched(gold.size()), found_matched(found.size());
  for (const Candidate& pair : Candidates(gold, found)) {
    if (gold_matched[pair.gold] || found_matched[pair.found]) continue;
    gold_matched[pair.gold] = found_matched[pair.found] = true;
    ++counts.cue.right;
    counts.source += CountsOf(gold[pair.gold].source, found[pair.found].source);
    counts.content +=
        CountsOf(gold[pair.gold].content, found[pair.found].content);
  }
  counts.source_all = counts.source;
  counts.content_all = counts.content;
  AddUnmatched(gold, gold_matched, true, &counts);
  AddUnmatched(found, found_matched, false, &counts);
  return counts;
}

std::vector<AttributionWords> AttributionsOf(const std::vector<Claim>& claims,
                                             const std::vector<Span>& words) {
  std::map<Indices, AttributionWords> by_cue;
  for (const Claim& claim : claims) {
    Indices cue;
    AddWords(claim.cue, words, &cue);
    // "Lavrov: ...": a mark alone is no word, and so no cue here.
    if (cue.empty()) continue;
    AttributionWords& a = by_cue[cue];
    a.cue = cue;
    AddWords(claim.source, words, &a.source);
    AddWords(claim.content, words, &a.content);
  }
  std::vector<AttributionWords> out;
  for (auto& [cue, a] : by_cue) out.push_back(std::move(a));
  return out;
}

Evaluation AttributionEvaluation() {
  return {"attribution/polnear_dev", "attribution/polnear_dev.jsonl", Run};
}

}  // namespace rashomon
