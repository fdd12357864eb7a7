// Scores comparisons against marked pairs of reports (data/divergences).
//
//   RASHOMON_ASSIGN_OR_RETURN(std::vector<GoldPair> gold,
//                             ReadGoldPairs("data/divergences/pairs.jsonl"));
//   DivergenceScores s = ScoreDivergences(gold, [&](const GoldPair& pair) {
//     return comparer.Compare(pair.left, pair.right);
//   });
//   s.all.precision_at_5.value(), s.kind_free.weight_3.value() ...
//
// The rule: a flag is right when it has the gold row's kind and, on every side
// where the gold row has a span, the two spans lie in the same field and share
// token F1 of 0.3 or more (tokens are shared by place, not by spelling). Flags
// and rows pair one to one, flags taken in rank order. P@5 divides by five, or
// by the number of gold rows where there are fewer. Everything is added up over
// the pairs before it is divided.
#ifndef RASHOMON_TOOLS_EVALUATE_DIVERGENCE_EVAL_H_
#define RASHOMON_TOOLS_EVALUATE_DIVERGENCE_EVAL_H_

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "engine/compare/comparison.h"
#include "engine/contrast/divergence.h"
#include "engine/events/same_event.h"

namespace rashomon {

struct GoldDivergence {
  DivergenceKind kind = DivergenceKind::kQuantity;
  std::optional<Span> left;  // at least one side
  std::optional<Span> right;
  int weight = 1;
  std::string why;
};

struct GoldPair {
  std::string id;
  std::string source;  // "seed", "basil", "neus", "ruwa"
  Article left;
  Article right;
  SameEventVerdict same_event = SameEventVerdict::kNo;
  std::vector<GoldDivergence> divergences;
};

// A report as compare reads Article JSON: the text is kept as it is, residue in
// it is marked.
absl::StatusOr<Article> GoldArticle(std::string_view article_json,
                                    const std::string& id);

// Pairs in the layout of data/divergences/pairs.jsonl. The error names the file
// and the line.
absl::StatusOr<std::vector<GoldPair>> ReadGoldPairs(const std::string& path);

// Tokens are runs of letters and digits. F1 of the tokens that `a` and `b`,
// both spans of `field_text`, have in common by place; 0 for different fields.
double TokenF1(std::string_view field_text, const Span& a, const Span& b);

// Whether `flag` is right about `gold`; the kind counts unless `kind_free`.
bool IsRight(const GoldPair& pair, const Divergence& flag,
             const GoldDivergence& gold, bool kind_free);

// For each flag, in rank order, the gold row it is paired with, or -1.
std::vector<int> PairWithGold(const GoldPair& pair,
                              const std::vector<Divergence>& flags,
                              bool kind_free);

struct Ratio {
  int right = 0;
  int of = 0;
  double value() const { return of == 0 ? 0.0 : 1.0 * right / of; }
};

struct DivergenceTable {
  int gold = 0;
  int flags = 0;              // all, not only the first 15
  Ratio precision_at_5;
  Ratio precision_at_15;      // of the flags among the first 15
  Ratio weight_3;             // rows of weight 3 found within 15 flags
  Ratio weight_2_and_3;
  Ratio found;                // all rows, by all flags
  // Precision at each right flag's rank, added up, over all gold rows.
  double average_precision = 0;
};

struct DivergenceScores {
  int pairs = 0;
  DivergenceTable all;        // kinds count
  DivergenceTable kind_free;
  // Flags and rows of one kind alone, in the order of kAllDivergenceKinds.
  std::array<DivergenceTable, kAllDivergenceKinds.size()> by_kind;
  Ratio same_event;           // verdicts right
  // confusion[gold][given], in the order of SameEventVerdict.
  std::array<std::array<int, 3>, 3> confusion{};
  // Expected calibration error of the first 15 flags' confidence, ten equal
  // bins, with kinds.
  double calibration_error = 0;
};

using CompareFunction = std::function<Comparison(const GoldPair&)>;

DivergenceScores ScoreDivergences(const std::vector<GoldPair>& gold,
                                  const CompareFunction& compare);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_EVALUATE_DIVERGENCE_EVAL_H_
