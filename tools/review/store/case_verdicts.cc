#include "tools/review/store/case_verdicts.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "absl/time/time.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/report/utf8.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxReviewerBytes = 200;
constexpr std::size_t kMaxNoteBytes = 10000;

constexpr std::string_view kSelectRows =
    "SELECT v.verdict, v.batch, v.flag, v.divergence, v.reviewer, v.time, "
    "v.decision, v.reason, v.changed_kind, v.note, v.undoes, u.verdict "
    "FROM verdicts AS v LEFT JOIN verdicts AS u ON u.undoes = v.verdict ";

VerdictRow RowOf(const Statement& row) {
  VerdictRow v;
  v.id = row.Int(0);
  v.batch = row.Int(1);
  v.flag = row.Int(2);
  v.divergence = row.Int(3);
  v.reviewer = row.String(4);
  v.time = row.String(5);
  if (!row.IsNull(6)) v.verdict = VerdictFromName(row.Text(6));
  v.reason =
      DismissReasonFromName(row.Text(7)).value_or(DismissReason::kOther);
  v.changed_kind = DivergenceKindFromName(row.Text(8));
  v.note = row.String(9);
  v.undoes = row.Int(10);
  v.undone_by = row.Int(11);
  return v;
}

template <typename... Values>
absl::StatusOr<std::vector<VerdictRow>> SelectRows(Database* db,
                                                   std::string_view where,
                                                   const Values&... values) {
  RASHOMON_ASSIGN_OR_RETURN(Statement rows,
                            db->Query(StrCat(kSelectRows, where), values...));
  std::vector<VerdictRow> found;
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return found;
    found.push_back(RowOf(rows));
  }
}

bool HasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
}

absl::Status Refused(std::string_view what) {
  return absl::InvalidArgumentError(AbslView(what));
}

absl::Status CheckDecision(const Decision& decision) {
  const bool dismissed = decision.verdict == Verdict::kDismissed;
  const bool reasoned = decision.reason != DismissReason::kNone;
  if (dismissed && !reasoned) {
    return Refused("a dismissal needs a reason: wrong-alignment, "
                   "not-a-difference, wrong-kind, trivial or other");
  }
  if (!dismissed && reasoned) {
    return Refused(StrCat("only a dismissal has a reason, and \"",
                          Name(decision.verdict), "\" came with \"",
                          Name(decision.reason), "\""));
  }
  return CheckNote(decision.note);
}

absl::StatusOr<std::int64_t> LatestForm(std::int64_t flag, CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> form,
      file->db()->QueryInt(
          "SELECT max(divergence) FROM divergences WHERE flag = ?", flag));
  if (form) return *form;
  return absl::NotFoundError(StrCat(file->path(), ": has no flag ", flag));
}

// The id that the next row gets; the caller holds the write lock.
absl::StatusOr<std::int64_t> NextRow(Database* db) {
  RASHOMON_ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> last,
      db->QueryInt("SELECT seq FROM sqlite_sequence WHERE name = 'verdicts'"));
  return last.value_or(0) + 1;
}

absl::Status InsertDecision(const std::string& reviewer,
                            const std::string& time, const Decision& decision,
                            std::int64_t batch, CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(const std::int64_t form,
                            LatestForm(decision.flag, file));
  return file->db()->Run(
      "INSERT INTO verdicts (batch, flag, divergence, reviewer, time, "
      "decision, reason, changed_kind, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
      "?)",
      batch, decision.flag, form, reviewer, time, Name(decision.verdict),
      Name(decision.reason),
      decision.changed_kind ? Name(*decision.changed_kind) : "",
      decision.note);
}

}  // namespace

absl::Status CheckReviewer(const std::string& reviewer) {
  if (StripAsciiSpace(reviewer).empty()) {
    return Refused("a verdict needs the name of its reviewer");
  }
  if (reviewer.size() > kMaxReviewerBytes) {
    return Refused(StrCat("the reviewer's name has ", reviewer.size(),
                          " bytes; at most ", kMaxReviewerBytes, " are kept"));
  }
  if (HasControl(reviewer) || ValidUtf8(reviewer) != reviewer) {
    return Refused("the reviewer's name holds control characters or is not "
                   "UTF-8");
  }
  return absl::OkStatus();
}

absl::Status CheckTime(const std::string& time) {
  absl::Time parsed;
  std::string error;
  if (time.ends_with("Z") && absl::ParseTime(absl::RFC3339_full, time,
                                             &parsed, &error)) {
    return absl::OkStatus();
  }
  return Refused(StrCat("\"", time.substr(0, 40),
                        "\" is no time of the form 2026-03-07T10:15:00Z"));
}

absl::Status CheckNote(const std::string& note) {
  if (note.size() > kMaxNoteBytes) {
    return Refused(StrCat("the note has ", note.size(), " bytes; at most ",
                          kMaxNoteBytes, " are kept"));
  }
  if (ValidUtf8(note) != note) return Refused("the note is not UTF-8");
  return absl::OkStatus();
}

absl::StatusOr<std::vector<VerdictRow>> AddVerdicts(
    const std::string& reviewer, const std::string& time,
    const std::vector<Decision>& decisions, CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(Transaction transaction,
                            Transaction::Begin(file->db()));
  RASHOMON_ASSIGN_OR_RETURN(
      std::vector<VerdictRow> rows,
      AddVerdictsWithin(reviewer, time, decisions, file));
  RASHOMON_RETURN_IF_ERROR(transaction.Commit());
  return rows;
}

absl::StatusOr<std::vector<VerdictRow>> AddVerdictsWithin(
    const std::string& reviewer, const std::string& time,
    const std::vector<Decision>& decisions, CaseFile* file) {
  RASHOMON_RETURN_IF_ERROR(CheckReviewer(reviewer));
  RASHOMON_RETURN_IF_ERROR(CheckTime(time));
  if (decisions.empty()) return Refused("there is no decision");
  for (const Decision& decision : decisions) {
    RASHOMON_RETURN_IF_ERROR(CheckDecision(decision));
  }
  RASHOMON_ASSIGN_OR_RETURN(const std::int64_t batch, NextRow(file->db()));
  for (const Decision& decision : decisions) {
    RASHOMON_RETURN_IF_ERROR(
        InsertDecision(reviewer, time, decision, batch, file));
  }
  return SelectRows(file->db(), "WHERE v.batch = ? ORDER BY v.verdict", batch);
}

absl::StatusOr<std::vector<VerdictRow>> UndoBatch(const std::string& reviewer,
                                                  const std::string& time,
                                                  std::int64_t batch,
                                                  CaseFile* file) {
  RASHOMON_RETURN_IF_ERROR(CheckReviewer(reviewer));
  RASHOMON_RETURN_IF_ERROR(CheckTime(time));
  RASHOMON_ASSIGN_OR_RETURN(Transaction transaction,
                            Transaction::Begin(file->db()));
  RASHOMON_ASSIGN_OR_RETURN(
      const std::vector<VerdictRow> standing,
      SelectRows(file->db(),
                 "WHERE v.batch = ? AND v.reviewer = ? AND v.decision IS NOT "
                 "NULL "
                 "AND u.verdict IS NULL ORDER BY v.verdict",
                 batch, reviewer));
  if (standing.empty()) {
    return absl::NotFoundError(
        StrCat(file->path(), ": ", reviewer, " has no decision ", batch,
               " that can be undone"));
  }
  RASHOMON_ASSIGN_OR_RETURN(const std::int64_t undo_batch,
                            NextRow(file->db()));
  for (const VerdictRow& row : standing) {
    RASHOMON_RETURN_IF_ERROR(file->db()->Run(
        "INSERT INTO verdicts (batch, flag, divergence, reviewer, time, "
        "reason, changed_kind, note, undoes) VALUES (?, ?, ?, ?, ?, '', '', "
        "'', ?)",
        undo_batch, row.flag, row.divergence, reviewer, time, row.id));
  }
  RASHOMON_ASSIGN_OR_RETURN(
      std::vector<VerdictRow> rows,
      SelectRows(file->db(), "WHERE v.batch = ? ORDER BY v.verdict",
                 undo_batch));
  RASHOMON_RETURN_IF_ERROR(transaction.Commit());
  return rows;
}

absl::StatusOr<Settlement> Settle(const std::string& reviewer,
                                  const std::string& time,
                                  const Decision& decision, CaseFile* file) {
  RASHOMON_RETURN_IF_ERROR(CheckReviewer(reviewer));
  RASHOMON_RETURN_IF_ERROR(CheckTime(time));
  RASHOMON_RETURN_IF_ERROR(CheckDecision(decision));
  RASHOMON_ASSIGN_OR_RETURN(Transaction transaction,
                            Transaction::Begin(file->db()));
  RASHOMON_ASSIGN_OR_RETURN(const std::int64_t form,
                            LatestForm(decision.flag, file));
  RASHOMON_RETURN_IF_ERROR(file->db()->Run(
      "INSERT INTO settlements VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
      decision.flag, form, reviewer, time, Name(decision.verdict),
      Name(decision.reason),
      decision.changed_kind ? Name(*decision.changed_kind) : "",
      decision.note));
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<Settlement> rows,
                            SettlementsOf(file, decision.flag));
  RASHOMON_RETURN_IF_ERROR(transaction.Commit());
  return rows.back();
}

absl::Status Unsettle(const std::string& reviewer, const std::string& time,
                      std::int64_t flag, CaseFile* file) {
  RASHOMON_RETURN_IF_ERROR(CheckReviewer(reviewer));
  RASHOMON_RETURN_IF_ERROR(CheckTime(time));
  RASHOMON_ASSIGN_OR_RETURN(Transaction transaction,
                            Transaction::Begin(file->db()));
  RASHOMON_ASSIGN_OR_RETURN(const std::vector<Settlement> rows,
                            SettlementsOf(file, flag));
  if (rows.empty() || !rows.back().verdict) {
    return absl::NotFoundError(
        StrCat(file->path(), ": flag ", flag, " is not settled"));
  }
  RASHOMON_RETURN_IF_ERROR(file->db()->Run(
      "INSERT INTO settlements VALUES (NULL, ?, ?, ?, ?, NULL, '', '', '')",
      flag, rows.back().divergence, reviewer, time));
  return transaction.Commit();
}

absl::StatusOr<std::vector<Settlement>> SettlementsOf(CaseFile* file,
                                                      std::int64_t flag) {
  return SettlementsOfAll(file, StrCat("[", flag, "]"));
}

absl::StatusOr<std::vector<Settlement>> SettlementsOfAll(
    CaseFile* file, const std::string& json_flags) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement rows,
      file->db()->Query("SELECT settlement, flag, divergence, reviewer, time, "
                        "decision, reason, changed_kind, note FROM "
                        "settlements WHERE flag IN (SELECT value FROM "
                        "json_each(?)) ORDER BY settlement",
                        json_flags));
  std::vector<Settlement> settlements;
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return settlements;
    Settlement s;
    s.id = rows.Int(0);
    s.flag = rows.Int(1);
    s.divergence = rows.Int(2);
    s.reviewer = rows.String(3);
    s.time = rows.String(4);
    if (!rows.IsNull(5)) s.verdict = VerdictFromName(rows.Text(5));
    s.reason =
        DismissReasonFromName(rows.Text(6)).value_or(DismissReason::kOther);
    s.changed_kind = DivergenceKindFromName(rows.Text(7));
    s.note = rows.String(8);
    settlements.push_back(std::move(s));
  }
}

absl::StatusOr<std::optional<std::int64_t>> LastBatch(
    CaseFile* file, const std::string& reviewer) {
  return file->db()->QueryInt(
      "SELECT v.batch FROM verdicts AS v WHERE v.reviewer = ? AND "
      "v.decision IS NOT NULL AND NOT EXISTS (SELECT 1 FROM verdicts "
      "AS u WHERE u.undoes = "
      "v.verdict) ORDER BY v.verdict DESC LIMIT 1",
      reviewer);
}

absl::StatusOr<std::vector<VerdictRow>> FlagHistory(CaseFile* file,
                                                    std::int64_t flag) {
  return SelectRows(file->db(), "WHERE v.flag = ? ORDER BY v.verdict", flag);
}

absl::StatusOr<std::vector<VerdictRow>> HistoryOf(
    CaseFile* file, const std::string& json_flags) {
  return SelectRows(file->db(),
                    "WHERE v.flag IN (SELECT value FROM json_each(?)) ORDER BY "
                    "v.verdict",
                    json_flags);
}

absl::StatusOr<std::vector<VerdictRow>> HistoryAfter(CaseFile* file,
                                                     std::int64_t after,
                                                     std::int64_t limit) {
  return SelectRows(file->db(),
                    "WHERE v.verdict > ? ORDER BY v.verdict LIMIT ?", after,
                    limit);
}

absl::StatusOr<std::vector<std::string>> Reviewers(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement rows,
      file->db()->Query(
          "SELECT DISTINCT reviewer FROM verdicts ORDER BY reviewer"));
  std::vector<std::string> names;
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return names;
    names.push_back(rows.String(0));
  }
}

}  // namespace rashomon
