#include "tools/review/store/case_flags.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/contrast/merge.h"
#include "tools/review/store/case_articles.h"
#include "tools/review/store/case_comparisons.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/divergence_rows.h"
#include "tools/review/store/flag_conditions.h"

namespace rashomon {
namespace {

// A number of FlagState.
constexpr std::string_view kState =
    "CASE WHEN f.origin = 'reviewer' THEN CASE WHEN EXISTS (SELECT 1 FROM "
    "verdicts AS v WHERE v.flag = f.flag AND v.reviewer = a.reviewer AND "
    "v.decision IS NOT NULL AND NOT EXISTS (SELECT 1 FROM verdicts AS u WHERE "
    "u.undoes = v.verdict)) THEN 0 ELSE 2 END "
    "WHEN d.comparison = (SELECT comparison FROM comparisons AS c WHERE "
    "c.pair = f.pair ORDER BY run DESC LIMIT 1) THEN 0 ELSE 1 END AS state";

// Before and behind kState.
constexpr std::string_view kFlagColumnsBefore =
    "f.flag, f.pair, d.divergence, d.comparison, d.rank, ";
constexpr std::string_view kFlagColumnsBehind =
    ", f.reopens, f.fingerprint, a.reviewer, a.time, a.note, ";

constexpr std::string_view kLatestForms =
    " FROM flags AS f JOIN divergences AS d ON d.divergence = (SELECT "
    "max(divergence) FROM divergences WHERE flag = f.flag) LEFT JOIN "
    "added_flags AS a ON a.flag = f.flag ";

// Of any form of a flag: the caller joins the tables f, d and a.
std::string SelectFlags() {
  return StrCat("SELECT ", kFlagColumnsBefore, kState, kFlagColumnsBehind,
                kDivergenceColumns);
}

// Columns as SelectFlags names them.
absl::StatusOr<CaseFlag> FlagOf(const Statement& row) {
  CaseFlag flag;
  flag.id = row.Int(0);
  flag.pair = row.Int(1);
  flag.divergence_id = row.Int(2);
  flag.comparison = row.Int(3);
  flag.rank = static_cast<int>(row.Int(4));
  flag.state = static_cast<FlagState>(row.Int(5));
  flag.reopens = row.Int(6);
  if (!row.IsNull(8)) {
    flag.added_by = AddedBy{row.String(8), row.String(9), row.String(10)};
  }
  constexpr int kDivergence = 11;
  RASHOMON_ASSIGN_OR_RETURN(flag.divergence, DivergenceAt(row, kDivergence));
  flag.divergence.fingerprint = row.String(7);
  return flag;
}

std::string_view OrderOf(FlagOrder order) {
  switch (order) {
    case FlagOrder::kBestFirst:
      return " ORDER BY d.weight * d.confidence DESC, f.pair, d.rank, f.flag";
    case FlagOrder::kTextOrder:
      return " ORDER BY f.pair, coalesce(d.left_field, d.right_field) DESC, "
             "coalesce(d.left_begin, d.right_begin), f.flag";
    case FlagOrder::kMostInformative:
      return " ORDER BY abs(d.confidence - 0.5), f.pair, d.rank, f.flag";
  }
  return "";
}

// The ids as a JSON list, for SQL's json_each.
std::string JsonList(const std::vector<std::int64_t>& ids) {
  std::string list = "[";
  for (const std::int64_t id : ids) {
    StrAppend(&list, list.size() > 1 ? "," : "", id);
  }
  return list + "]";
}

// Fills in what stands on each of the flags, by their ids.
absl::Status AddDecisions(const std::string& ids,
                          std::map<std::int64_t, CaseFlag*>* flags,
                          CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(std::vector<VerdictRow> history,
                            HistoryOf(file, ids));
  std::map<std::pair<std::int64_t, std::string>, VerdictRow> standing;
  for (VerdictRow& row : history) {
    if (!row.verdict || row.undone_by != 0) continue;
    auto key = std::pair(row.flag, row.reviewer);
    standing[std::move(key)] = std::move(row);
  }
  for (auto& [key, row] : standing) {
    flags->at(key.first)->verdicts.push_back(std::move(row));
  }
  RASHOMON_ASSIGN_OR_RETURN(std::vector<Settlement> settlements,
                            SettlementsOfAll(file, ids));
  for (Settlement& settlement : settlements) {
    std::optional<Settlement>& settled = flags->at(settlement.flag)->settled;
    settled.reset();
    if (settlement.verdict) settled = std::move(settlement);
  }
  return absl::OkStatus();
}

// The ids of all flags that fit, in the query's order.
absl::StatusOr<std::vector<std::int64_t>> FindFlags(const FlagQuery& query,
                                                    CaseFile* file) {
  const FlagConditions conditions(query);
  RASHOMON_ASSIGN_OR_RETURN(
      Statement rows,
      file->db()->Prepare(StrCat("SELECT f.flag, ", kState, kLatestForms,
                                 conditions.sql(), OrderOf(query.order))));
  conditions.BindTo(&rows);
  std::vector<std::int64_t> ids;
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return ids;
    ids.push_back(rows.Int(0));
  }
}

// The flags of those ids, in that order.
absl::StatusOr<std::vector<CaseFlag>> ReadFlags(
    const std::vector<std::int64_t>& ids, CaseFile* file) {
  std::vector<CaseFlag> flags(ids.size());
  std::map<std::int64_t, CaseFlag*> by_id;
  for (std::size_t i = 0; i < ids.size(); ++i) by_id[ids[i]] = &flags[i];
  const std::string list = JsonList(ids);
  RASHOMON_ASSIGN_OR_RETURN(
      Statement rows,
      file->db()->Query(StrCat(SelectFlags(), kLatestForms,
                               "WHERE f.flag IN (SELECT value FROM "
                               "json_each(?))"),
                        list));
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) break;
    RASHOMON_ASSIGN_OR_RETURN(CaseFlag flag, FlagOf(rows));
    const std::int64_t id = flag.id;
    *by_id.at(id) = std::move(flag);
  }
  RASHOMON_RETURN_IF_ERROR(AddDecisions(list, &by_id, file));
  return flags;
}

bool OnBoundary(std::string_view text, std::size_t at) {
  return at == text.size() || (text[at] & 0xC0) != 0x80;
}

absl::StatusOr<std::optional<Evidence>> EvidenceOn(
    const std::optional<Span>& span, const Article& article) {
  if (!span) return std::optional<Evidence>();
  const std::string_view text = article.field(span->field);
  if (span->begin >= span->end || span->end > text.size() ||
      !OnBoundary(text, span->begin) || !OnBoundary(text, span->end)) {
    return absl::InvalidArgumentError(
        StrCat("the span ", span->begin, " to ", span->end, " of the ",
               FieldName(span->field), " (", text.size(),
               " bytes) is outside it, empty, or cuts a character"));
  }
  return std::optional<Evidence>(
      Evidence{*span, std::string(article.Quote(*span)), 0});
}

// The flag as a divergence, with the quotations of its spans.
absl::StatusOr<Divergence> Drawn(const NewFlag& flag,
                                 const CaseComparison& comparison,
                                 CaseFile* file) {
  if (!flag.left && !flag.right) {
    return absl::InvalidArgumentError(
        "a flag needs a passage on one side at least");
  }
  if (flag.weight < 1 || flag.weight > 3) {
    return absl::InvalidArgumentError(
        StrCat("the weight ", flag.weight, " is not 1, 2 or 3"));
  }
  RASHOMON_ASSIGN_OR_RETURN(const CaseArticle left,
                            ReadCaseArticle(file, comparison.left));
  RASHOMON_ASSIGN_OR_RETURN(const CaseArticle right,
                            ReadCaseArticle(file, comparison.right));
  Divergence d;
  d.kind = flag.kind;
  d.weight = flag.weight;
  d.confidence = 1;  // of the one who added it
  d.rule = "reviewer";
  RASHOMON_ASSIGN_OR_RETURN(d.left, EvidenceOn(flag.left, left.article));
  RASHOMON_ASSIGN_OR_RETURN(d.right, EvidenceOn(flag.right, right.article));
  d.fingerprint = FingerprintOf(d);
  d.anchor = AnchorOf(d, left.article, right.article);
  return d;
}

// Two reviewers may flag the same passage; each has a flag.
absl::StatusOr<std::int64_t> InsertAddedFlag(const Divergence& divergence,
                                             std::int64_t pair, Database* db) {
  RASHOMON_ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> alike,
      db->QueryInt("SELECT count(*) FROM flags WHERE pair = ? AND origin = "
                   "'reviewer' AND fingerprint = ?",
                   pair, divergence.fingerprint));
  RASHOMON_RETURN_IF_ERROR(
      db->Run("INSERT INTO flags VALUES (NULL, ?, 'reviewer', ?, ?, NULL)",
              pair, divergence.fingerprint, alike.value_or(0)));
  return db->last_insert_row();
}

}  // namespace

absl::StatusOr<FlagPage> ListFlags(CaseFile* file, const FlagQuery& query) {
  RASHOMON_ASSIGN_OR_RETURN(Transaction moment,
                            Transaction::BeginRead(file->db()));
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<std::int64_t> ids,
                            FindFlags(query, file));
  FlagPage page;
  page.total = ids.size();
  const std::size_t begin = std::min(query.offset, ids.size());
  const std::size_t end = begin + std::min(query.limit, ids.size() - begin);
  RASHOMON_ASSIGN_OR_RETURN(
      page.flags,
      ReadFlags({ids.begin() + static_cast<std::ptrdiff_t>(begin),
                 ids.begin() + static_cast<std::ptrdiff_t>(end)},
                file));
  return page;
}

absl::StatusOr<CaseFlag> ReadFlag(CaseFile* file, std::int64_t id) {
  RASHOMON_ASSIGN_OR_RETURN(Transaction moment,
                            Transaction::BeginRead(file->db()));
  RASHOMON_ASSIGN_OR_RETURN(std::vector<CaseFlag> flags, ReadFlags({id}, file));
  if (flags[0].id != 0) return std::move(flags[0]);
  return absl::NotFoundError(StrCat(file->path(), ": has no flag ", id));
}

absl::StatusOr<CaseFlag> ReadFlagForm(CaseFile* file,
                                      std::int64_t divergence_id) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement row,
      file->db()->Query(
          StrCat(SelectFlags(),
                 " FROM flags AS f JOIN divergences AS d USING (flag) LEFT "
                 "JOIN added_flags AS a ON a.flag = f.flag WHERE d.divergence "
                 "= ?"),
          divergence_id));
  RASHOMON_ASSIGN_OR_RETURN(const bool found, row.Step());
  if (found) return FlagOf(row);
  return absl::NotFoundError(
      StrCat(file->path(), ": has no form ", divergence_id, " of a flag"));
}

absl::StatusOr<std::int64_t> AddReviewerFlag(const std::string& reviewer,
                                             const std::string& time,
                                             const NewFlag& flag,
                                             CaseFile* file) {
  RASHOMON_RETURN_IF_ERROR(CheckReviewer(reviewer));
  RASHOMON_RETURN_IF_ERROR(CheckTime(time));
  RASHOMON_RETURN_IF_ERROR(CheckNote(flag.note));
  RASHOMON_ASSIGN_OR_RETURN(Transaction transaction,
                            Transaction::Begin(file->db()));
  RASHOMON_ASSIGN_OR_RETURN(const CaseComparison comparison,
                            ReadCaseComparison(file, flag.comparison));
  RASHOMON_ASSIGN_OR_RETURN(const Divergence divergence,
                            Drawn(flag, comparison, file));
  RASHOMON_ASSIGN_OR_RETURN(
      const std::int64_t id,
      InsertAddedFlag(divergence, comparison.pair, file->db()));
  RASHOMON_RETURN_IF_ERROR(
      InsertDivergence(divergence, {comparison.id, id, 0}, file->db()));
  RASHOMON_RETURN_IF_ERROR(
      file->db()->Run("INSERT INTO added_flags VALUES (?, ?, ?, ?)", id,
                      reviewer, time, flag.note));
  Decision confirmed;
  confirmed.flag = id;
  RASHOMON_RETURN_IF_ERROR(
      AddVerdictsWithin(reviewer, time, {confirmed}, file).status());
  RASHOMON_RETURN_IF_ERROR(transaction.Commit());
  return id;
}

}  // namespace rashomon
