#include "corpus/residue.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "absl/strings/numbers.h"
#include "corpus/residue_rules.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/text/date_expression.h"

namespace rashomon {
namespace {

using Scope = ResidueRule::Scope;

// How many lines count as the head and as the tail of a text. Bylines, section
// labels and reading times stood within the first six lines of the pages
// looked at; eight leaves room for a repeated title and a date.
constexpr std::size_t kHeadLines = 8;
constexpr std::size_t kTailLines = 8;
// A list of teasers under a heading is rarely longer than this.
constexpr std::size_t kMaxListLines = 12;
// Captions are short, and so are lines of nothing but a date.
constexpr std::size_t kMaxCaptionBytes = 300;
constexpr std::size_t kMaxDateLineBytes = 120;
// Three or four headlines; what is longer is no list of teasers.
constexpr std::size_t kMaxInsideBytes = 600;

re2::StringPiece Piece(std::string_view text) {
  return re2::StringPiece(text.data(), text.size());
}

std::optional<Scope> ParseScope(std::string_view name) {
  constexpr std::pair<std::string_view, Scope> kScopes[] = {
      {"line", Scope::kLine},          {"head_line", Scope::kHeadLine},
      {"tail_line", Scope::kTailLine}, {"start", Scope::kStart},
      {"end", Scope::kEnd},            {"inside", Scope::kInside},
      {"list", Scope::kList}};
  for (const auto& [known, scope] : kScopes) {
    if (known == name) return scope;
  }
  return std::nullopt;
}

absl::Status RowError(std::string_view source, int line,
                      std::string_view what) {
  return absl::InvalidArgumentError(StrCat(source, ":", line, ": ", what));
}

absl::StatusOr<ResidueRule> ParseRow(std::string_view row,
                                     std::string_view source, int line) {
  const std::vector<std::string_view> cells = SplitOn(row, '\t');
  if (cells.size() != 5) {
    return RowError(source, line, "needs five columns parted by tabs");
  }
  ResidueRule rule;
  const std::optional<Scope> scope = ParseScope(cells[0]);
  if (!scope) return RowError(source, line, "unknown scope");
  rule.scope = *scope;
  rule.reason = std::string(cells[1]);
  if (!absl::SimpleAtoi(AbslView(cells[2]), &rule.max_bytes)) {
    return RowError(source, line, "column max is no number");
  }
  rule.pattern = std::string(cells[3]);
  rule.example = std::string(cells[4]);
  return rule;
}

bool IsWholeLine(Scope scope) {
  return scope != Scope::kStart && scope != Scope::kEnd &&
         scope != Scope::kInside;
}

RE2::Options QuietOptions() {
  RE2::Options options;
  options.set_log_errors(false);
  // The set's automaton is built as lines are read; beyond this it starts
  // afresh, which costs time, never correctness.
  options.set_max_mem(32 << 20);
  return options;
}

// A line as the rules see it.
struct SeenLine {
  TextLine line;
  std::string_view words;  // without its bullet
  bool bulleted = false;
  std::string reason;      // of the whole line; "" where it is none
  bool opens_list = false;
};

bool IsHeadingLike(const SeenLine& seen) {
  return seen.words.size() <= kMaxCaptionBytes && !EndsSentence(seen.words);
}

// A caption has no full stop and stands right before a credit, both behind
// bullets or both without; the first line of a text is no caption.
void MarkCaptions(std::vector<SeenLine>* lines) {
  for (std::size_t i = 2; i < lines->size(); ++i) {
    SeenLine& above = (*lines)[i - 1];
    if ((*lines)[i].reason != "credit" || !above.reason.empty()) continue;
    if (above.bulleted != (*lines)[i].bulleted) continue;
    if (IsHeadingLike(above)) above.reason = "caption";
  }
}

void MarkLists(std::vector<SeenLine>* lines) {
  for (std::size_t i = 0; i < lines->size(); ++i) {
    if (!(*lines)[i].opens_list) continue;
    const std::size_t end = std::min(lines->size(), i + 1 + kMaxListLines);
    for (std::size_t j = i + 1; j < end; ++j) {
      SeenLine& below = (*lines)[j];
      if (!below.reason.empty()) continue;
      if (!IsHeadingLike(below)) break;
      below.reason = "teaser";
    }
  }
}

// A headline that stands twice at the head of the text is said once.
void MarkRepeatedTitle(std::string_view title, std::vector<SeenLine>* lines) {
  std::vector<std::string_view> seen;
  if (!title.empty()) seen.push_back(TrimSpace(title));
  std::size_t looked_at = 0;
  for (SeenLine& line : *lines) {
    if (!line.reason.empty()) continue;
    if (++looked_at > kHeadLines) return;
    if (line.words.size() > kMaxCaptionBytes) continue;
    if (std::find(seen.begin(), seen.end(), line.words) != seen.end()) {
      line.reason = "repeated title";
    } else {
      seen.push_back(line.words);
    }
  }
}

bool HasDigit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

struct ResidueRules::Compiled {
  std::vector<ResidueRule> rules;
  std::vector<std::size_t> whole_line;  // index in the set -> rule
  std::unique_ptr<RE2::Set> lines;
  struct Part {
    std::size_t rule;
    std::unique_ptr<RE2> pattern;
  };
  std::vector<Part> parts;  // rules for a part of a line

  absl::Status Compile(std::string_view source);
  absl::Status Add(std::size_t index, std::string_view source);
  // The first rule that matches the whole line, among the scopes allowed.
  const ResidueRule* MatchLine(std::string_view line, bool head,
                               bool tail) const;
  void FindInside(std::string_view text, std::string_view words,
                  const Part& part, std::vector<Residue>* found) const;
  void FindParts(std::string_view text, const TextLine& line,
                 std::vector<Residue>* found) const;
  std::vector<SeenLine> See(std::string_view text) const;
};

absl::Status ResidueRules::Compiled::Add(std::size_t index,
                                         std::string_view source) {
  const ResidueRule& rule = rules[index];
  if (IsWholeLine(rule.scope)) {
    std::string error;
    if (lines->Add(StrCat("(?:", rule.pattern, ")"), &error) < 0) {
      return absl::InvalidArgumentError(
          StrCat(source, ": pattern ", rule.pattern, ": ", error));
    }
    whole_line.push_back(index);
    return absl::OkStatus();
  }
  auto pattern = std::make_unique<RE2>(rule.pattern, QuietOptions());
  if (!pattern->ok()) {
    return absl::InvalidArgumentError(
        StrCat(source, ": pattern ", rule.pattern, ": ", pattern->error()));
  }
  parts.push_back({index, std::move(pattern)});
  return absl::OkStatus();
}

absl::Status ResidueRules::Compiled::Compile(std::string_view source) {
  lines = std::make_unique<RE2::Set>(QuietOptions(), RE2::ANCHOR_BOTH);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    RASHOMON_RETURN_IF_ERROR(Add(i, source));
  }
  if (!lines->Compile()) {
    return absl::InvalidArgumentError(
        StrCat(source, ": the patterns together are too large"));
  }
  return absl::OkStatus();
}

const ResidueRule* ResidueRules::Compiled::MatchLine(std::string_view line,
                                                     bool head,
                                                     bool tail) const {
  std::size_t longest = 0;
  for (std::size_t i : whole_line) {
    longest = std::max(longest, rules[i].max_bytes);
  }
  if (line.empty() || line.size() > longest) return nullptr;
  std::vector<int> hits;
  if (!lines->Match(Piece(line), &hits)) return nullptr;
  std::sort(hits.begin(), hits.end());
  for (int hit : hits) {
    const ResidueRule& rule = rules[whole_line[static_cast<std::size_t>(hit)]];
    if (line.size() > rule.max_bytes) continue;
    if (rule.scope == Scope::kHeadLine && !head) continue;
    if (rule.scope == Scope::kTailLine && !tail) continue;
    return &rule;
  }
  return nullptr;
}

// What the first group of the pattern matches, each time.
void ResidueRules::Compiled::FindInside(std::string_view text,
                                        std::string_view words,
                                        const Part& part,
                                        std::vector<Residue>* found) const {
  re2::StringPiece match[2];
  std::size_t at = 0;
  while (at < words.size() &&
         part.pattern->Match(Piece(words), at, words.size(), RE2::UNANCHORED,
                             match, 2) &&
         !match[1].empty()) {
    const auto begin = static_cast<std::size_t>(match[1].data() - text.data());
    if (match[1].size() <= kMaxInsideBytes) {
      found->push_back({{Field::kText, begin, begin + match[1].size()},
                        rules[part.rule].reason});
    }
    at = static_cast<std::size_t>(match[1].data() - words.data()) +
         match[1].size();
  }
}

void ResidueRules::Compiled::FindParts(std::string_view text,
                                       const TextLine& line,
                                       std::vector<Residue>* found) const {
  const std::string_view words = line.Of(text);
  for (const Part& part : parts) {
    const ResidueRule& rule = rules[part.rule];
    if (words.size() > rule.max_bytes) continue;
    if (rule.scope == Scope::kInside) {
      FindInside(text, words, part, found);
      continue;
    }
    re2::StringPiece match;
    if (!part.pattern->Match(Piece(words), 0, words.size(), RE2::UNANCHORED,
                             &match, 1)) {
      continue;
    }
    const std::string_view trimmed =
        TrimSpace(std::string_view(match.data(), match.size()));
    if (trimmed.empty()) continue;
    const auto begin = static_cast<std::size_t>(trimmed.data() - text.data());
    found->push_back(
        {{Field::kText, begin, begin + trimmed.size()}, rule.reason});
  }
}

std::vector<SeenLine> ResidueRules::Compiled::See(std::string_view text) const {
  const std::vector<TextLine> split = SplitLines(text);
  std::vector<SeenLine> seen;
  seen.reserve(split.size());
  for (std::size_t i = 0; i < split.size(); ++i) {
    SeenLine line{split[i], split[i].Of(text), false, "", false};
    line.words = WithoutBullet(line.words);
    line.bulleted = line.words.size() != split[i].size();
    const ResidueRule* rule = MatchLine(line.words, i < kHeadLines,
                                        i + kTailLines >= split.size());
    if (rule != nullptr) {
      line.reason = rule->reason;
      line.opens_list = rule->scope == Scope::kList;
    } else if (IsDateLine(line.words)) {
      line.reason = "date line";
    }
    seen.push_back(std::move(line));
  }
  return seen;
}

ResidueRules::ResidueRules(std::unique_ptr<Compiled> compiled)
    : compiled_(std::move(compiled)) {}
ResidueRules::ResidueRules(ResidueRules&&) = default;
ResidueRules& ResidueRules::operator=(ResidueRules&&) = default;
ResidueRules::~ResidueRules() = default;

absl::StatusOr<ResidueRules> ResidueRules::FromTsv(std::string_view tsv,
                                                   std::string_view source) {
  auto compiled = std::make_unique<Compiled>();
  bool header = true;
  int number = 0;
  for (std::string_view row : SplitOn(tsv, '\n')) {
    ++number;
    if (row.empty() || row.front() == '#') continue;
    if (std::exchange(header, false)) continue;
    RASHOMON_ASSIGN_OR_RETURN(ResidueRule rule, ParseRow(row, source, number));
    compiled->rules.push_back(std::move(rule));
  }
  RASHOMON_RETURN_IF_ERROR(compiled->Compile(source));
  return ResidueRules(std::move(compiled));
}

const ResidueRules& ResidueRules::Shipped() {
  // Never destroyed. A table that does not load is a bug that the test of this
  // file catches; the program then goes on without rules.
  static const ResidueRules* const shipped = [] {
    absl::StatusOr<ResidueRules> rules =
        FromTsv(ResidueRulesTsv(), "residue_rules.tsv");
    if (!rules.ok()) rules = FromTsv("", "no rules");
    return new ResidueRules(*std::move(rules));
  }();
  return *shipped;
}

const std::vector<ResidueRule>& ResidueRules::rules() const {
  return compiled_->rules;
}

std::string_view ResidueRules::LineReason(std::string_view line,
                                          Place place) const {
  const ResidueRule* rule =
      compiled_->MatchLine(WithoutBullet(TrimSpace(line)),
                           place == Place::kHead, place == Place::kTail);
  return rule == nullptr ? std::string_view() : rule->reason;
}

std::vector<Residue> ResidueRules::Find(std::string_view text,
                                        std::string_view title) const {
  std::vector<SeenLine> lines = compiled_->See(text);
  MarkCaptions(&lines);
  MarkLists(&lines);
  MarkRepeatedTitle(title, &lines);
  std::vector<Residue> found;
  for (SeenLine& seen : lines) {
    if (seen.reason.empty()) {
      compiled_->FindParts(text, seen.line, &found);
      continue;
    }
    found.push_back({{Field::kText, seen.line.begin, seen.line.end},
                     std::move(seen.reason)});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Residue& a, const Residue& b) {
                     return a.span < b.span;
                   });
  // Two rules for one end of a line: the one that starts first stays.
  std::vector<Residue> parted;
  for (Residue& residue : found) {
    if (!parted.empty() && Overlaps(parted.back().span, residue.span)) continue;
    parted.push_back(std::move(residue));
  }
  return parted;
}

bool IsDateLine(std::string_view line) {
  if (line.size() > kMaxDateLineBytes || !HasDigit(line)) return false;
  const Span whole{Field::kText, 0, line.size()};
  std::string rest;
  std::size_t at = 0;
  bool full = false;
  for (const DateExpression& date : FindDates(line, whole)) {
    full = full || date.day_if_complete().has_value();
    StrAppend(&rest, line.substr(at, date.span.begin - at), " ");
    at = date.span.end;
  }
  StrAppend(&rest, line.substr(at));
  static const RE2* const kLabels = new RE2(
      "(?i)(?:published|first published|last|updated?|modified|posted|issued|"
      "created|date|time|on|at|of|and|\\d{1,2}[:.]\\d{2}(?::\\d{2})?|[ap]\\.?"
      "m\\.?|gmt|utc|est|edt|et|cet|cest|bst|msk|ist|pst|pdt|pt|local|"
      "monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
      "(?:mon|tue|wed|thu|fri|sat|sun)\\.?|"
      "опубликовано|обновлено|дата|время|мск|в|г\\.?|года|"
      "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
      "[+\\-]\\d{1,2}(?::?\\d{2})?|[\\s,;:|/()•·.\\-–—])*");
  return full && RE2::FullMatch(Piece(rest), *kLabels);
}

}  // namespace rashomon
