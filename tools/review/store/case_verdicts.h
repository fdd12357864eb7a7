// The history of decisions in a case. Rows are only ever added.
//
//   RASHOMON_ASSIGN_OR_RETURN(
//       std::vector<VerdictRow> rows,
//       AddVerdicts("Ines", "2026-03-07T10:15:00Z",
//                   {{.flag = 12, .verdict = Verdict::kDismissed,
//                     .reason = DismissReason::kTrivial}}, &file));
//   UndoBatch("Ines", "2026-03-07T10:15:09Z", rows[0].batch, &file);
//
// What stands of a reviewer on a flag is the last row that was not undone.
#ifndef RASHOMON_TOOLS_REVIEW_STORE_CASE_VERDICTS_H_
#define RASHOMON_TOOLS_REVIEW_STORE_CASE_VERDICTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/review/store/case_file.h"
#include "tools/review/store/records.h"

namespace rashomon {

struct Decision {
  std::int64_t flag = 0;
  Verdict verdict = Verdict::kConfirmed;
  // Required for a dismissal (kOther, where nothing fits); kNone for others.
  DismissReason reason = DismissReason::kNone;
  std::optional<DivergenceKind> changed_kind;
  std::string note;
};

// The decisions as one batch, all or nothing; on the disk when it returns.
// InvalidArgument, naming what is wrong: no reviewer, a name over 200 bytes or
// with control characters, a time that is not RFC 3339 in UTC, a reason that
// does not fit, a note over 10,000 bytes, text that is not UTF-8, no decision.
// NotFound for a flag that is not there.
absl::StatusOr<std::vector<VerdictRow>> AddVerdicts(
    const std::string& reviewer, const std::string& time,
    const std::vector<Decision>& decisions, CaseFile* file);

// The same within a transaction that the caller holds as a writer.
absl::StatusOr<std::vector<VerdictRow>> AddVerdictsWithin(
    const std::string& reviewer, const std::string& time,
    const std::vector<Decision>& decisions, CaseFile* file);

// Takes the reviewer's batch back: a row for each of its rows that is not
// undone. NotFound where there is none of that reviewer.
absl::StatusOr<std::vector<VerdictRow>> UndoBatch(const std::string& reviewer,
                                                  const std::string& time,
                                                  std::int64_t batch,
                                                  CaseFile* file);

// The last batch of the reviewer that is not undone: what an undo key takes
// back.
absl::StatusOr<std::optional<std::int64_t>> LastBatch(
    CaseFile* file, const std::string& reviewer);

// All rows on a flag, oldest first.
absl::StatusOr<std::vector<VerdictRow>> FlagHistory(CaseFile* file,
                                                    std::int64_t flag);

// All rows on the flags of a JSON list of ids, oldest first.
absl::StatusOr<std::vector<VerdictRow>> HistoryOf(
    CaseFile* file, const std::string& json_flags);

// All rows with an id above `after`, oldest first: what is new since then.
absl::StatusOr<std::vector<VerdictRow>> HistoryAfter(CaseFile* file,
                                                     std::int64_t after,
                                                     std::int64_t limit);

// The names of all reviewers, sorted.
absl::StatusOr<std::vector<std::string>> Reviewers(CaseFile* file);

// Settles a flag, whatever its reviewers decided: a row of its own, which
// stands until another. Checks as AddVerdicts has them.
absl::StatusOr<Settlement> Settle(const std::string& reviewer,
                                  const std::string& time,
                                  const Decision& decision, CaseFile* file);

// Takes the settlement back, by a row. NotFound where none stands.
absl::Status Unsettle(const std::string& reviewer, const std::string& time,
                      std::int64_t flag, CaseFile* file);

// All settlements of a flag, oldest first; the last one stands if it has a
// verdict.
absl::StatusOr<std::vector<Settlement>> SettlementsOf(CaseFile* file,
                                                      std::int64_t flag);

// Those of the flags of a JSON list of ids, oldest first.
absl::StatusOr<std::vector<Settlement>> SettlementsOfAll(
    CaseFile* file, const std::string& json_flags);

// What AddVerdicts and AddReviewerFlag ask of a name, a time and a note.
absl::Status CheckReviewer(const std::string& reviewer);
absl::Status CheckTime(const std::string& time);
absl::Status CheckNote(const std::string& note);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_STORE_CASE_VERDICTS_H_
