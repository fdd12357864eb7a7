#include "tools/evaluate/alignment_gold.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "absl/status/status.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/text/sentence.h"
#include "nlohmann/json.hpp"
#include "tools/evaluate/gold_file.h"

namespace rashomon {
namespace {

using nlohmann::json;

std::string StringAt(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : "";
}

void AddField(const std::string& field_text, Field field,
              WordSplitter* splitter, AlignmentSide* side) {
  for (const Span& span : SplitSentences(field_text, field, {})) {
    side->sentences.push_back(span);
    side->words.push_back(splitter->Split(field_text, span));
    side->word_texts.Keep(*splitter);
  }
}

AlignmentSide SideOf(const json& article, WordSplitter* splitter) {
  AlignmentSide side;
  side.title = StringAt(article, "title");
  side.text = StringAt(article, "text");
  AddField(side.title, Field::kTitle, splitter, &side);
  AddField(side.text, Field::kText, splitter, &side);
  return side;
}

std::optional<Span> SpanOf(const json& row, const char* side) {
  const auto at = row.find(side);
  if (at == row.end() || !at->is_object()) return std::nullopt;
  const auto begin = at->find("begin");
  const auto end = at->find("end");
  if (begin == at->end() || !begin->is_number_unsigned() ||
      end == at->end() || !end->is_number_unsigned()) {
    return std::nullopt;
  }
  const Field field =
      StringAt(*at, "field") == "title" ? Field::kTitle : Field::kText;
  return Span{field, begin->get<std::size_t>(), end->get<std::size_t>()};
}

bool AddGold(const json& row, AlignmentCase* c) {
  const std::optional<Span> left = SpanOf(row, "left");
  const std::optional<Span> right = SpanOf(row, "right");
  if (!left || !right) return false;
  GoldAlignment gold{SentencesOf(*left, c->left.sentences),
                     SentencesOf(*right, c->right.sentences)};
  if (!gold.left.empty() && !gold.right.empty()) {
    c->gold.push_back(std::move(gold));
  }
  return true;
}

absl::StatusOr<AlignmentCase> CaseOf(const json& row, WordSplitter* splitter) {
  if (!row.is_object() || !row.contains("left") || !row.contains("right") ||
      !row.contains("alignments") || !row["alignments"].is_array()) {
    return absl::InvalidArgumentError("no left, right and alignments");
  }
  AlignmentCase c;
  c.id = StringAt(row, "id");
  c.source = StringAt(row, "source");
  c.left = SideOf(row["left"], splitter);
  c.right = SideOf(row["right"], splitter);
  for (const json& alignment : row["alignments"]) {
    if (!AddGold(alignment, &c)) {
      return absl::InvalidArgumentError("an alignment without two spans");
    }
  }
  return c;
}

std::size_t Shared(const Span& a, const Span& b) {
  if (!Overlaps(a, b)) return 0;
  return std::min(a.end, b.end) - std::max(a.begin, b.begin);
}

SentencePairs PairsIn(const GoldAlignment& gold) {
  SentencePairs pairs;
  for (const int i : gold.left) {
    for (const int j : gold.right) pairs.emplace(i, j);
  }
  return pairs;
}

}  // namespace

std::vector<int> SentencesOf(const Span& span,
                             const std::vector<Span>& sentences) {
  std::vector<int> found;
  int most = -1;
  std::size_t most_shared = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::size_t shared = Shared(span, sentences[i]);
    if (shared == 0) continue;
    if (2 * shared >= std::min(span.size(), sentences[i].size())) {
      found.push_back(static_cast<int>(i));
    }
    if (shared > most_shared) {
      most = static_cast<int>(i);
      most_shared = shared;
    }
  }
  if (found.empty() && most >= 0) found.push_back(most);
  return found;
}

absl::StatusOr<std::vector<AlignmentCase>> ReadAlignmentGold(
    const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<json> rows, ReadGoldJsonl(path));
  WordSplitter splitter;
  std::vector<AlignmentCase> cases;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    absl::StatusOr<AlignmentCase> c = CaseOf(rows[i], &splitter);
    if (!c.ok()) {
      return absl::InvalidArgumentError(
          StrCat(path, ": line ", i + 1, ": ", c.status().message()));
    }
    cases.push_back(*std::move(c));
  }
  return cases;
}

SentencePairs PairsOf(const Alignment& alignment) {
  SentencePairs pairs;
  for (const AlignedGroup& group : alignment.groups) {
    for (const int i : group.left) {
      for (const int j : group.right) pairs.emplace(i, j);
    }
  }
  return pairs;
}

double AlignmentCounts::precision() const {
  return found == 0 ? 0.0 : static_cast<double>(right) / found;
}
double AlignmentCounts::recall() const {
  return gold == 0 ? 0.0 : static_cast<double>(hit) / gold;
}
double AlignmentCounts::f1() const {
  return HarmonicMean(precision(), recall());
}

AlignmentCounts& AlignmentCounts::operator+=(const AlignmentCounts& other) {
  right += other.right;
  found += other.found;
  hit += other.hit;
  gold += other.gold;
  return *this;
}

AlignmentCounts CountAlignment(const Alignment& alignment,
                               const std::vector<GoldAlignment>& gold) {
  const SentencePairs found = PairsOf(alignment);
  SentencePairs right;
  AlignmentCounts counts;
  for (const GoldAlignment& g : gold) {
    const SentencePairs pairs = PairsIn(g);
    bool hit = false;
    for (const auto& pair : pairs) {
      if (!found.contains(pair)) continue;
      right.insert(pair);
      hit = true;
    }
    counts.hit += hit ? 1 : 0;
  }
  counts.right = static_cast<std::int64_t>(right.size());
  counts.found = static_cast<std::int64_t>(found.size());
  counts.gold = static_cast<std::int64_t>(gold.size());
  return counts;
}

MatchCounts CountPairs(const Alignment& alignment,
                       const std::vector<GoldAlignment>& gold) {
  const SentencePairs found = PairsOf(alignment);
  SentencePairs expected;
  for (const GoldAlignment& g : gold) expected.merge(PairsIn(g));
  MatchCounts counts;
  counts.found = static_cast<std::int64_t>(found.size());
  counts.gold = static_cast<std::int64_t>(expected.size());
  counts.right = std::count_if(found.begin(), found.end(), [&](const auto& p) {
    return expected.contains(p);
  });
  return counts;
}

}  // namespace rashomon
