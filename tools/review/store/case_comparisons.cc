#include "tools/review/store/case_comparisons.h"

#include <map>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/report/comparison_json.h"
#include "tools/report/json_values.h"
#include "tools/review/store/case_articles.h"
#include "tools/review/store/case_json_parts.h"
#include "tools/review/store/divergence_rows.h"
#include "tools/review/store/sha256.h"

namespace rashomon {
namespace {

constexpr std::string_view kColumns =
    "c.comparison, c.pair, c.run, c.run = (SELECT max(run) FROM comparisons "
    "WHERE pair = c.pair), left_article, right_article, same_event, "
    "same_event_confidence, alignments, unmatched, notes, versions, added";

// The parts of rashomon.comparison/1 that are kept as JSON.
struct Parts {
  std::string alignments;
  std::string unmatched;
  std::string notes;
  std::string versions;
  std::string sha256;  // of all that the run gave, but for the articles
};

Parts PartsOf(const Comparison& comparison) {
  OrderedJson json = OrderedJson::parse(ComparisonToJson(comparison), nullptr,
                                        /*allow_exceptions=*/false);
  json.erase("left");
  json.erase("right");
  Parts parts;
  parts.sha256 = Sha256Hex(DumpJson(json, -1));
  parts.alignments = JsonColumn(json["alignments"]);
  parts.unmatched = JsonColumn(json["unmatched"]);
  parts.notes = JsonColumn(json["notes"]);
  parts.versions = JsonColumn(json["versions"]);
  return parts;
}

// Numbers flags of one run that share a fingerprint.
class Occurrences {
 public:
  int Next(const std::string& fingerprint) { return seen_[fingerprint]++; }

 private:
  StringMap<int> seen_;
};

// One addition: holds what the steps share.
class Adder {
 public:
  Adder(const NewComparison& added, CaseFile* file)
      : added_(added), comparison_(*added.comparison), file_(file) {}

  absl::StatusOr<AddedComparison> Add() {
    const Parts parts = PartsOf(comparison_);
    RASHOMON_ASSIGN_OR_RETURN(Transaction transaction,
                              Transaction::Begin(db()));
    RASHOMON_RETURN_IF_ERROR(AddArticles());
    RASHOMON_RETURN_IF_ERROR(FindOrAddPair());
    RASHOMON_ASSIGN_OR_RETURN(const bool known, IsLastRun(parts));
    if (known) return std::move(result_);  // nothing was written
    RASHOMON_RETURN_IF_ERROR(AddFacts());
    RASHOMON_RETURN_IF_ERROR(AddRun(parts));
    RASHOMON_RETURN_IF_ERROR(AddFlags());
    RASHOMON_RETURN_IF_ERROR(CountSuperseded());
    RASHOMON_RETURN_IF_ERROR(transaction.Commit());
    result_.changed = true;
    return std::move(result_);
  }

 private:
  Database* db() { return file_->db(); }

  absl::Status AddArticles() {
    RASHOMON_ASSIGN_OR_RETURN(
        left_, AddArticle(comparison_.left,
                          comparison_.left_annotation.sentences,
                          added_.left_source, file_));
    RASHOMON_ASSIGN_OR_RETURN(
        right_, AddArticle(comparison_.right,
                           comparison_.right_annotation.sentences,
                           added_.right_source, file_));
    return absl::OkStatus();
  }

  absl::Status FindOrAddPair() {
    const std::string left = Sha256Hex(added_.left_source);
    const std::string right = Sha256Hex(added_.right_source);
    RASHOMON_ASSIGN_OR_RETURN(
        const std::optional<std::int64_t> known,
        db()->QueryInt("SELECT pair FROM pairs WHERE left_source = ? AND "
                       "right_source = ?",
                       left, right));
    if (!known) {
      RASHOMON_RETURN_IF_ERROR(
          db()->Run("INSERT INTO pairs VALUES (NULL, ?, ?)", left, right));
    }
    result_.pair = known ? *known : db()->last_insert_row();
    return absl::OkStatus();
  }

  absl::StatusOr<bool> IsLastRun(const Parts& parts) {
    RASHOMON_ASSIGN_OR_RETURN(
        Statement last,
        db()->Query("SELECT comparison, run, sha256, left_article, "
                    "right_article FROM comparisons WHERE pair = ? "
                    "ORDER BY run DESC LIMIT 1",
                    result_.pair));
    RASHOMON_ASSIGN_OR_RETURN(const bool found, last.Step());
    if (!found) return false;
    last_comparison_ = last.Int(0);
    last_run_ = static_cast<int>(last.Int(1));
    result_.comparison = last_comparison_;
    result_.kept_flags = static_cast<int>(comparison_.divergences.size());
    return last.Text(2) == parts.sha256 && last.Int(3) == left_ &&
           last.Int(4) == right_;
  }

  // Of the first run that the case is given.
  absl::Status AddFacts() {
    const auto program = comparison_.versions.find("program");
    return db()->Run(
        "INSERT INTO case_facts VALUES ('created', ?), ('created_by', ?) ON "
        "CONFLICT DO NOTHING",
        added_.time,
        program == comparison_.versions.end() ? "" : program->second);
  }

  absl::Status AddRun(const Parts& parts) {
    RASHOMON_RETURN_IF_ERROR(db()->Run(
        "INSERT INTO comparisons VALUES "
        "(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        result_.pair, last_run_ + 1, parts.sha256, left_, right_,
        Name(comparison_.same_event.verdict),
        RoundedScore(comparison_.same_event.confidence), parts.alignments,
        parts.unmatched, parts.notes, parts.versions, added_.time));
    result_.comparison = db()->last_insert_row();
    result_.kept_flags = 0;
    return absl::OkStatus();
  }

  absl::Status AddFlags() {
    int rank = 0;
    for (const Divergence& divergence : comparison_.divergences) {
      const int occurrence = occurrences_.Next(divergence.fingerprint);
      RASHOMON_ASSIGN_OR_RETURN(const std::int64_t flag,
                                FindOrAddFlag(divergence, occurrence));
      RASHOMON_RETURN_IF_ERROR(InsertDivergence(
          divergence, {result_.comparison, flag, ++rank}, db()));
    }
    return FindReopened();
  }

  absl::StatusOr<std::int64_t> FindOrAddFlag(const Divergence& divergence,
                                             int occurrence) {
    RASHOMON_ASSIGN_OR_RETURN(
        const std::optional<std::int64_t> known,
        db()->QueryInt("SELECT flag FROM flags WHERE pair = ? AND origin = "
                       "'engine' AND fingerprint = ? AND occurrence = ?",
                       result_.pair, divergence.fingerprint, occurrence));
    if (known) {
      ++result_.kept_flags;
      return *known;
    }
    ++result_.new_flags;
    RASHOMON_RETURN_IF_ERROR(db()->Run(
        "INSERT INTO flags VALUES (NULL, ?, 'engine', ?, ?, NULL)",
        result_.pair, divergence.fingerprint, occurrence));
    new_flags_.push_back({db()->last_insert_row(), divergence.anchor});
    return db()->last_insert_row();
  }

  // A new flag reopens the flag of the last run that bore its anchor and is
  // not given any more.
  absl::Status FindReopened() {
    for (const auto& [flag, anchor] : new_flags_) {
      RASHOMON_ASSIGN_OR_RETURN(
          const std::optional<std::int64_t> before,
          db()->QueryInt(
              "SELECT f.flag FROM divergences AS e JOIN flags AS f USING "
              "(flag) WHERE f.pair = ? AND e.anchor = ? AND f.origin = "
              "'engine' AND f.flag <> ? AND NOT EXISTS (SELECT 1 FROM "
              "divergences AS d WHERE d.flag = f.flag AND d.comparison = ?) "
              "ORDER BY e.divergence DESC LIMIT 1",
              result_.pair, anchor, flag, result_.comparison));
      if (!before) continue;
      RASHOMON_RETURN_IF_ERROR(db()->Run(
          "UPDATE flags SET reopens = ? WHERE flag = ?", *before, flag));
      result_.reopened.push_back(flag);
    }
    return absl::OkStatus();
  }

  absl::Status CountSuperseded() {
    RASHOMON_ASSIGN_OR_RETURN(
        const std::optional<std::int64_t> count,
        db()->QueryInt("SELECT count(*) FROM divergences AS d JOIN flags USING "
                       "(flag) WHERE comparison = ? AND origin = 'engine' AND "
                       "NOT EXISTS (SELECT 1 FROM divergences AS e WHERE "
                       "e.flag = d.flag AND e.comparison = ?)",
                       last_comparison_, result_.comparison));
    result_.superseded = static_cast<int>(count.value_or(0));
    return absl::OkStatus();
  }

  const NewComparison& added_;
  const Comparison& comparison_;
  CaseFile* file_;
  std::int64_t left_ = 0;
  std::int64_t right_ = 0;
  std::int64_t last_comparison_ = 0;
  int last_run_ = 0;
  Occurrences occurrences_;
  std::vector<std::pair<std::int64_t, std::string>> new_flags_;
  AddedComparison result_;
};

SameEventVerdict SameEventOf(std::string_view name) {
  for (const SameEventVerdict verdict :
       {SameEventVerdict::kYes, SameEventVerdict::kPartly}) {
    if (name == Name(verdict)) return verdict;
  }
  return SameEventVerdict::kNo;
}

absl::StatusOr<CaseComparison> ComparisonOf(const Statement& row) {
  CaseComparison c;
  c.id = row.Int(0);
  c.pair = row.Int(1);
  c.run = static_cast<int>(row.Int(2));
  c.current = row.Int(3) != 0;
  c.left = row.Int(4);
  c.right = row.Int(5);
  c.same_event = SameEventOf(row.Text(6));
  c.same_event_confidence = row.Double(7);
  RASHOMON_ASSIGN_OR_RETURN(c.alignment.groups, GroupsFromJson(row.Text(8)));
  RASHOMON_RETURN_IF_ERROR(UnmatchedFromJson(row.Text(9), &c.alignment));
  RASHOMON_ASSIGN_OR_RETURN(c.notes, NotesFromJson(row.Text(10)));
  RASHOMON_ASSIGN_OR_RETURN(c.versions, VersionsFromJson(row.Text(11)));
  c.added = row.String(12);
  return c;
}

}  // namespace

std::string ComparisonSha256(const Comparison& comparison) {
  return PartsOf(comparison).sha256;
}

absl::StatusOr<AddedComparison> AddComparison(const NewComparison& added,
                                              CaseFile* file) {
  return Adder(added, file).Add();
}

absl::StatusOr<bool> IsPairMirrored(std::string_view left_source,
                                    std::string_view right_source,
                                    CaseFile* file) {
  const std::string left = Sha256Hex(left_source);
  const std::string right = Sha256Hex(right_source);
  RASHOMON_ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> mirrored,
      file->db()->QueryInt(
          "SELECT 1 FROM pairs WHERE left_source = ?2 AND right_source = ?1 "
          "AND NOT EXISTS (SELECT 1 FROM pairs WHERE left_source = ?1 AND "
          "right_source = ?2)",
          left, right));
  return mirrored.has_value();
}

absl::StatusOr<std::vector<CaseComparison>> ListComparisons(CaseFile* file,
                                                            bool all_runs) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement rows,
      file->db()->Query(StrCat("SELECT ", kColumns,
                               " FROM comparisons AS c ORDER BY pair, run")));
  std::vector<CaseComparison> comparisons;
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return comparisons;
    RASHOMON_ASSIGN_OR_RETURN(CaseComparison comparison, ComparisonOf(rows));
    if (all_runs || comparison.current) {
      comparisons.push_back(std::move(comparison));
    }
  }
}

absl::StatusOr<CaseComparison> ReadCaseComparison(CaseFile* file,
                                                  std::int64_t id) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement row,
      file->db()->Query(StrCat("SELECT ", kColumns,
                               " FROM comparisons AS c WHERE comparison = ?"),
                        id));
  RASHOMON_ASSIGN_OR_RETURN(const bool found, row.Step());
  if (!found) {
    return absl::NotFoundError(
        StrCat(file->path(), ": has no comparison ", id));
  }
  return ComparisonOf(row);
}

}  // namespace rashomon
