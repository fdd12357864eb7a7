#include "tools/evaluate/divergence_eval.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

#include "absl/status/status.h"
#include "corpus/article_json.h"
#include "corpus/residue.h"
#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "nlohmann/json.hpp"

namespace rashomon {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxGoldBytes = 256u << 20;
constexpr double kRightF1 = 0.3;
constexpr int kDefaultFlags = 15;

std::string StringAt(const json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_string() ? it->get<std::string>() : "";
}

std::optional<Span> SpanOf(const json& object) {
  if (!object.is_object()) return std::nullopt;
  Span span;
  span.field = StringAt(object, "field") == "title" ? Field::kTitle
                                                    : Field::kText;
  span.begin = object.value("begin", std::size_t{0});
  span.end = object.value("end", std::size_t{0});
  if (span.end < span.begin) return std::nullopt;
  return span;
}

std::optional<SameEventVerdict> VerdictOf(std::string_view name) {
  for (SameEventVerdict v : {SameEventVerdict::kYes, SameEventVerdict::kPartly,
                             SameEventVerdict::kNo}) {
    if (Name(v) == name) return v;
  }
  return std::nullopt;
}

absl::StatusOr<GoldDivergence> DivergenceOf(const json& row) {
  GoldDivergence d;
  const std::optional<DivergenceKind> kind =
      DivergenceKindFromName(StringAt(row, "kind"));
  if (!kind) {
    return absl::InvalidArgumentError(
        StrCat("unknown kind \"", StringAt(row, "kind"), "\""));
  }
  d.kind = *kind;
  if (row.contains("left")) d.left = SpanOf(row["left"]);
  if (row.contains("right")) d.right = SpanOf(row["right"]);
  if (!d.left && !d.right) {
    return absl::InvalidArgumentError("a divergence without a span");
  }
  if (row.contains("weight") && row["weight"].is_number_integer()) {
    d.weight = row["weight"].get<int>();
  }
  d.why = StringAt(row, "why");
  return d;
}

absl::StatusOr<GoldPair> PairOf(std::string_view line) {
  const json row = json::parse(line.begin(), line.end(), nullptr, false);
  if (!row.is_object() || !row.contains("left") || !row.contains("right")) {
    return absl::InvalidArgumentError("not a JSON object with left and right");
  }
  GoldPair pair;
  pair.id = StringAt(row, "id");
  pair.source = StringAt(row, "source");
  RASHOMON_ASSIGN_OR_RETURN(
      pair.left, GoldArticle(row["left"].dump(), StrCat(pair.id, "-left")));
  RASHOMON_ASSIGN_OR_RETURN(
      pair.right, GoldArticle(row["right"].dump(), StrCat(pair.id, "-right")));
  const std::optional<SameEventVerdict> verdict =
      VerdictOf(StringAt(row, "same_event"));
  if (!verdict) return absl::InvalidArgumentError("no same_event");
  pair.same_event = *verdict;
  if (!row.contains("divergences")) return pair;
  for (const json& d : row["divergences"]) {
    RASHOMON_ASSIGN_OR_RETURN(GoldDivergence divergence, DivergenceOf(d));
    pair.divergences.push_back(std::move(divergence));
  }
  return pair;
}

bool IsTokenByte(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

// Where each token of the span begins, as offsets into the field. Dashes and
// curly quotes (bytes from U+2000 to U+206F begin with E2 80 or E2 81) part
// tokens.
std::vector<std::size_t> TokenStarts(std::string_view text, const Span& span) {
  std::vector<std::size_t> starts;
  const std::size_t end = std::min(span.end, text.size());
  bool inside = false;
  for (std::size_t i = span.begin; i < end; ++i) {
    const bool mark = text[i] == '\xE2' && i + 2 < text.size() &&
                      (text[i + 1] == '\x80' || text[i + 1] == '\x81');
    if (mark) {
      inside = false;
      i += 2;
      continue;
    }
    const bool token = IsTokenByte(static_cast<unsigned char>(text[i]));
    if (token && !inside) starts.push_back(i);
    inside = token;
  }
  return starts;
}

bool SideIsRight(const Article& article, const std::optional<Evidence>& flag,
                 const std::optional<Span>& gold) {
  if (!gold) return true;
  if (!flag) return false;
  return TokenF1(article.field(gold->field), flag->span, *gold) >= kRightF1;
}

std::vector<Divergence> OfKind(const std::vector<Divergence>& flags,
                               DivergenceKind kind) {
  std::vector<Divergence> result;
  for (const Divergence& d : flags) {
    if (d.kind == kind) result.push_back(d);
  }
  return result;
}

GoldPair WithKind(const GoldPair& pair, DivergenceKind kind) {
  GoldPair result = pair;
  std::erase_if(result.divergences,
                [&](const GoldDivergence& d) { return d.kind != kind; });
  return result;
}

// Adds one pair's flags to the table.
void AddPair(const GoldPair& pair, const std::vector<Divergence>& flags,
             bool kind_free, DivergenceTable* table) {
  const std::vector<int> paired = PairWithGold(pair, flags, kind_free);
  const int rows = static_cast<int>(pair.divergences.size());
  const int count = static_cast<int>(flags.size());
  table->gold += rows;
  table->flags += count;
  table->found.of += rows;
  table->precision_at_15.of += std::min(count, kDefaultFlags);
  table->precision_at_5.of += rows == 0 ? std::min(count, 5)
                                        : std::min(rows, 5);
  for (const GoldDivergence& d : pair.divergences) {
    table->weight_3.of += d.weight == 3;
    table->weight_2_and_3.of += d.weight >= 2;
  }
  int right = 0;
  for (int i = 0; i < count; ++i) {
    if (paired[i] < 0) continue;
    ++right;
    ++table->found.right;
    table->precision_at_5.right += i < 5;
    table->average_precision += static_cast<double>(right) / (i + 1);
    if (i >= kDefaultFlags) continue;
    ++table->precision_at_15.right;
    const int weight = pair.divergences[paired[i]].weight;
    table->weight_3.right += weight == 3;
    table->weight_2_and_3.right += weight >= 2;
  }
}

// Expected calibration error, summed up flag by flag.
class Calibration {
 public:
  void Add(double confidence, bool right) {
    const int bin = std::clamp(static_cast<int>(confidence * kBins), 0,
                               kBins - 1);
    sum_[bin] += confidence;
    right_[bin] += right;
    ++total_;
  }
  double Error() const {
    double error = 0;
    for (int i = 0; i < kBins; ++i) error += std::abs(sum_[i] - right_[i]);
    return total_ == 0 ? 0 : error / total_;
  }

 private:
  static constexpr int kBins = 10;
  std::array<double, kBins> sum_{};
  std::array<double, kBins> right_{};
  int total_ = 0;
};

void Finish(DivergenceTable* table) {
  if (table->gold > 0) table->average_precision /= table->gold;
}

}  // namespace

absl::StatusOr<Article> GoldArticle(std::string_view article_json,
                                    const std::string& id) {
  RASHOMON_ASSIGN_OR_RETURN(Article article, ArticleFromJson(article_json));
  article.id = id;
  if (article.residue.empty()) {
    article.residue =
        ResidueRules::Shipped().Find(article.text, article.title);
  }
  return article;
}

absl::StatusOr<std::vector<GoldPair>> ReadGoldPairs(const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(std::string bytes, ReadFile(path, kMaxGoldBytes));
  std::vector<GoldPair> pairs;
  int number = 0;
  for (std::string_view line : SplitOn(bytes, '\n')) {
    ++number;
    if (StripAsciiSpace(line).empty()) continue;
    absl::StatusOr<GoldPair> pair = PairOf(line);
    if (!pair.ok()) {
      return absl::InvalidArgumentError(
          StrCat(path, ":", number, ": ", StdView(pair.status().message())));
    }
    pairs.push_back(*std::move(pair));
  }
  return pairs;
}

double TokenF1(std::string_view field_text, const Span& a, const Span& b) {
  if (a.field != b.field) return 0;
  const std::vector<std::size_t> ta = TokenStarts(field_text, a);
  const std::vector<std::size_t> tb = TokenStarts(field_text, b);
  if (ta.empty() || tb.empty()) return 0;
  std::vector<std::size_t> shared;
  std::set_intersection(ta.begin(), ta.end(), tb.begin(), tb.end(),
                        std::back_inserter(shared));
  return 2.0 * static_cast<double>(shared.size()) /
         static_cast<double>(ta.size() + tb.size());
}

bool IsRight(const GoldPair& pair, const Divergence& flag,
             const GoldDivergence& gold, bool kind_free) {
  if (!kind_free && flag.kind != gold.kind) return false;
  return SideIsRight(pair.left, flag.left, gold.left) &&
         SideIsRight(pair.right, flag.right, gold.right);
}

std::vector<int> PairWithGold(const GoldPair& pair,
                              const std::vector<Divergence>& flags,
                              bool kind_free) {
  std::vector<int> paired(flags.size(), -1);
  std::vector<bool> taken(pair.divergences.size(), false);
  for (std::size_t i = 0; i < flags.size(); ++i) {
    for (std::size_t g = 0; g < taken.size(); ++g) {
      if (taken[g] ||
          !IsRight(pair, flags[i], pair.divergences[g], kind_free)) {
        continue;
      }
      taken[g] = true;
      paired[i] = static_cast<int>(g);
      break;
    }
  }
  return paired;
}

DivergenceScores ScoreDivergences(const std::vector<GoldPair>& gold,
                                  const CompareFunction& compare) {
  DivergenceScores scores;
  Calibration calibration;
  for (const GoldPair& pair : gold) {
    const Comparison c = compare(pair);
    ++scores.pairs;
    ++scores.same_event.of;
    scores.same_event.right += c.same_event.verdict == pair.same_event;
    ++scores.confusion[static_cast<int>(pair.same_event)]
                      [static_cast<int>(c.same_event.verdict)];
    AddPair(pair, c.divergences, false, &scores.all);
    AddPair(pair, c.divergences, true, &scores.kind_free);
    for (std::size_t k = 0; k < kAllDivergenceKinds.size(); ++k) {
      AddPair(WithKind(pair, kAllDivergenceKinds[k]),
              OfKind(c.divergences, kAllDivergenceKinds[k]), false,
              &scores.by_kind[k]);
    }
    const std::vector<int> paired = PairWithGold(pair, c.divergences, false);
    for (std::size_t i = 0; i < paired.size() && i < kDefaultFlags; ++i) {
      calibration.Add(c.divergences[i].confidence, paired[i] >= 0);
    }
  }
  Finish(&scores.all);
  Finish(&scores.kind_free);
  for (DivergenceTable& table : scores.by_kind) Finish(&table);
  scores.calibration_error = calibration.Error();
  return scores;
}

}  // namespace rashomon
