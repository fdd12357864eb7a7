#include "tools/review/store/flag_conditions.h"

#include "engine/base/strings.h"
#include "engine/text/normalize.h"

namespace rashomon {
namespace {

// A decision that was not taken back, and after which the same reviewer made no
// other on the same flag. (Not "undoes IS NULL": SQLite would look that up in
// the index of undoes, and find nearly every row.)
constexpr std::string_view kStands =
    "v.decision IS NOT NULL AND NOT EXISTS (SELECT 1 FROM verdicts AS u WHERE "
    "u.undoes = v.verdict) AND NOT EXISTS (SELECT 1 FROM verdicts AS w WHERE "
    "w.flag = v.flag AND w.reviewer = v.reviewer AND w.verdict > v.verdict AND "
    "w.decision IS NOT NULL AND NOT EXISTS (SELECT 1 FROM verdicts AS u WHERE "
    "u.undoes = w.verdict))";

// "(?, ?, ?)"
std::string Places(std::size_t count) {
  std::string places = "(";
  for (std::size_t i = 0; i < count; ++i) places += i == 0 ? "?" : ", ?";
  return places + ")";
}

std::string_view DecisionOf(DecidedAs decided) {
  switch (decided) {
    case DecidedAs::kConfirmed:
      return Name(Verdict::kConfirmed);
    case DecidedAs::kDismissed:
      return Name(Verdict::kDismissed);
    case DecidedAs::kUnsure:
      return Name(Verdict::kUnsure);
    default:
      return "";
  }
}

}  // namespace

FlagConditions::FlagConditions(const FlagQuery& query) {
  AddRanges(query);
  AddKinds(query);
  AddStates(query);
  AddOutlets(query);
  AddText(query);
  AddDecision(query);
}

void FlagConditions::BindTo(Statement* statement) const {
  for (const Value& value : values_) {
    std::visit([&](const auto& v) { statement->Bind(v); }, value);
  }
}

void FlagConditions::And(std::string_view condition) {
  StrAppend(&sql_, sql_.empty() ? "WHERE " : " AND ", condition);
}

void FlagConditions::AddRanges(const FlagQuery& query) {
  And("d.confidence BETWEEN ? AND ? AND d.weight >= ?");
  values_.emplace_back(query.min_confidence);
  values_.emplace_back(query.max_confidence);
  values_.emplace_back(std::int64_t{query.min_weight});
  if (query.pair) {
    And("f.pair = ?");
    values_.emplace_back(*query.pair);
  }
  if (query.reopened_only) And("f.reopens IS NOT NULL");
}

void FlagConditions::AddKinds(const FlagQuery& query) {
  if (query.kinds.empty()) return;
  And(StrCat("d.kind IN ", Places(query.kinds.size())));
  for (const DivergenceKind kind : query.kinds) {
    values_.emplace_back(std::string(Name(kind)));
  }
}

void FlagConditions::AddStates(const FlagQuery& query) {
  if (query.states.empty()) return;
  And(StrCat("state IN ", Places(query.states.size())));
  for (const FlagState state : query.states) {
    values_.emplace_back(static_cast<std::int64_t>(state));
  }
}

void FlagConditions::AddOutlets(const FlagQuery& query) {
  if (query.outlets.empty()) return;
  And(StrCat("EXISTS (SELECT 1 FROM comparisons AS c JOIN articles AS t ON "
             "t.article IN (c.left_article, c.right_article) WHERE "
             "c.comparison = d.comparison AND t.outlet IN ",
             Places(query.outlets.size()), ")"));
  for (const std::string& outlet : query.outlets) {
    values_.emplace_back(outlet);
  }
}

void FlagConditions::AddText(const FlagQuery& query) {
  if (query.text.empty()) return;
  const std::string wanted = NormalForm(query.text);
  std::string any;
  for (const char* column :
       {"d.left_quote", "d.right_quote", "d.explanation", "a.note"}) {
    StrAppend(&any, any.empty() ? "(" : " OR ", "holds_text(", column,
              ", ?)");
    values_.emplace_back(wanted);
  }
  And(any + ")");
}

void FlagConditions::AddDecision(const FlagQuery& query) {
  if (query.decided == DecidedAs::kAnything) return;
  std::string exists =
      StrCat("EXISTS (SELECT 1 FROM verdicts AS v WHERE v.flag = f.flag AND ",
             kStands);
  if (query.decided == DecidedAs::kUndecided) exists = "NOT " + exists;
  if (!query.reviewer.empty()) exists += " AND v.reviewer = ?";
  const std::string_view decision = DecisionOf(query.decided);
  if (!decision.empty()) exists += " AND v.decision = ?";
  And(exists + ")");
  if (!query.reviewer.empty()) values_.emplace_back(query.reviewer);
  if (!decision.empty()) values_.emplace_back(std::string(decision));
}

}  // namespace rashomon
