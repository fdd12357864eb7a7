#include "tools/review/store/case_check.h"

#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/review/store/case_articles.h"
#include "tools/review/store/case_comparisons.h"
#include "tools/review/store/case_verdicts.h"
#include "tools/review/store/divergence_rows.h"
#include "tools/review/store/records.h"
#include "tools/review/store/sha256.h"
#include "tools/review/store/whole_comparison.h"

namespace rashomon {
namespace {

bool OnBoundary(std::string_view text, std::size_t at) {
  return at == text.size() || (text[at] & 0xC0) != 0x80;
}

bool IsWithin(const Span& span, const Article& article) {
  const std::string_view text = article.field(span.field);
  return span.begin <= span.end && span.end <= text.size() &&
         OnBoundary(text, span.begin) && OnBoundary(text, span.end);
}

// Rows that must not be there, with what is wrong about them. Each query gives
// one column: the id.
struct Rule {
  std::string_view table;
  std::string_view problem;
  std::string_view sql;
};

constexpr Rule kRules[] = {
    {"comparison", "its runs are not numbered 1, 2, 3 ...",
     "SELECT comparison FROM comparisons AS c WHERE run <> 1 + (SELECT "
     "count(*) FROM comparisons AS e WHERE e.pair = c.pair AND e.run < "
     "c.run)"},
    {"comparison", "its articles are not readings of its pair's sources",
     "SELECT comparison FROM comparisons AS c JOIN pairs AS p USING (pair) "
     "JOIN articles AS l ON l.article = left_article JOIN articles AS r ON "
     "r.article = right_article WHERE l.source <> left_source OR r.source <> "
     "right_source"},
    {"form", "is of another pair than its flag",
     "SELECT divergence FROM divergences JOIN flags AS f USING (flag) JOIN "
     "comparisons AS c USING (comparison) WHERE f.pair <> c.pair"},
    {"form", "half of a span is missing",
     "SELECT divergence FROM divergences WHERE (left_field IS NULL) + "
     "(left_begin IS NULL) + (left_end IS NULL) + (left_quote IS NULL) NOT IN "
     "(0, 4) OR (right_field IS NULL) + (right_begin IS NULL) + (right_end IS "
     "NULL) + (right_quote IS NULL) NOT IN (0, 4) OR (nearest_side IS NULL) + "
     "(nearest_field IS NULL) + (nearest_begin IS NULL) + (nearest_end IS "
     "NULL) + (nearest_quote IS NULL) + (nearest_score IS NULL) NOT IN (0, "
     "6)"},
    {"flag", "has no form",
     "SELECT flag FROM flags AS f WHERE NOT EXISTS (SELECT 1 FROM divergences "
     "AS d WHERE d.flag = f.flag)"},
    {"flag", "reopens a flag of another pair, or itself",
     "SELECT f.flag FROM flags AS f JOIN flags AS e ON e.flag = f.reopens "
     "WHERE f.pair <> e.pair OR f.flag = e.flag"},
    {"flag", "was added by a reviewer, and nothing says by whom",
     "SELECT flag FROM flags AS f WHERE origin = 'reviewer' AND NOT EXISTS "
     "(SELECT 1 FROM added_flags AS a WHERE a.flag = f.flag)"},
    {"flag", "is the engine's, and a reviewer is said to have added it",
     "SELECT flag FROM flags JOIN added_flags USING (flag) WHERE origin <> "
     "'reviewer'"},
    {"verdict", "was made on the form of another flag",
     "SELECT verdict FROM verdicts AS v JOIN divergences AS d USING "
     "(divergence) WHERE v.flag <> d.flag"},
    {"verdict", "takes back what it may not: a later row, another flag's, "
                "another reviewer's, or no decision",
     "SELECT v.verdict FROM verdicts AS v JOIN verdicts AS u ON u.verdict = "
     "v.undoes WHERE u.verdict >= v.verdict OR u.flag <> v.flag OR u.reviewer "
     "<> v.reviewer OR u.undoes IS NOT NULL"},
    {"verdict", "is of a batch that another reviewer began, or that is later",
     "SELECT v.verdict FROM verdicts AS v LEFT JOIN verdicts AS b ON "
     "b.verdict = v.batch WHERE b.verdict IS NULL OR b.verdict > v.verdict OR "
     "b.reviewer <> v.reviewer"},
    {"settlement", "was made on the form of another flag",
     "SELECT settlement FROM settlements AS s JOIN divergences AS d USING "
     "(divergence) WHERE s.flag <> d.flag"},
};

class Checker {
 public:
  explicit Checker(CaseFile* file) : file_(file) {}

  absl::StatusOr<CaseCheck> Check() {
    RASHOMON_ASSIGN_OR_RETURN(Transaction moment,
                              Transaction::BeginRead(file_->db()));
    RASHOMON_RETURN_IF_ERROR(CheckFile());
    // Of a file that is damaged, the rest says nothing.
    if (!check_.problems.empty()) return std::move(check_);
    RASHOMON_RETURN_IF_ERROR(CheckSchema());
    RASHOMON_RETURN_IF_ERROR(Count());
    RASHOMON_RETURN_IF_ERROR(CheckSources());
    RASHOMON_RETURN_IF_ERROR(CheckArticles());
    RASHOMON_RETURN_IF_ERROR(CheckDivergences());
    RASHOMON_RETURN_IF_ERROR(CheckRuns());
    for (const Rule& rule : kRules) {
      RASHOMON_RETURN_IF_ERROR(CheckRule(rule));
    }
    RASHOMON_RETURN_IF_ERROR(CheckKindsOfHistory());
    RASHOMON_RETURN_IF_ERROR(CheckSigned());
    return std::move(check_);
  }

 private:
  void Problem(std::string_view table, std::int64_t row,
               std::string_view what) {
    if (IsFull()) return;
    check_.problems.push_back(StrCat(table, " ", row, ": ", what));
  }

  bool IsFull() const {
    return check_.problems.size() >= static_cast<std::size_t>(kMaxProblems);
  }

  absl::StatusOr<std::vector<std::int64_t>> Ids(std::string_view sql) {
    RASHOMON_ASSIGN_OR_RETURN(Statement rows, file_->db()->Query(sql));
    std::vector<std::int64_t> ids;
    while (true) {
      RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
      if (!more) return ids;
      ids.push_back(rows.Int(0));
    }
  }

  absl::Status CheckFile() {
    RASHOMON_ASSIGN_OR_RETURN(
        Statement rows,
        file_->db()->Query(
            StrCat("PRAGMA integrity_check(", kMaxProblems, ")")));
    while (true) {
      RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
      if (!more) break;
      if (rows.Text(0) != "ok") {
        check_.problems.push_back(StrCat("file: ", rows.Text(0)));
      }
    }
    RASHOMON_ASSIGN_OR_RETURN(Statement keys,
                              file_->db()->Query("PRAGMA foreign_key_check"));
    while (true) {
      RASHOMON_ASSIGN_OR_RETURN(const bool more, keys.Step());
      if (!more) return absl::OkStatus();
      Problem(keys.Text(0), keys.Int(1),
              StrCat("names a row of ", keys.Text(2), " that is not there"));
    }
  }

  using SchemaRows = std::map<std::string, std::string, std::less<>>;

  // Everything that is defined in the file: name to SQL.
  static absl::StatusOr<SchemaRows> ReadSchema(Database* db) {
    RASHOMON_ASSIGN_OR_RETURN(
        Statement rows,
        db->Query("SELECT type || ' ' || name, coalesce(sql, '') FROM "
                  "sqlite_schema"));
    SchemaRows schema;
    while (true) {
      RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
      if (!more) return schema;
      schema[rows.String(0)] = rows.String(1);
    }
  }

  // A trigger that is gone, or one too many, is as good as an altered row.
  absl::Status CheckSchema() {
    RASHOMON_ASSIGN_OR_RETURN(CaseFile fresh, CaseFile::InMemory());
    RASHOMON_ASSIGN_OR_RETURN(const SchemaRows wanted,
                              ReadSchema(fresh.db()));
    RASHOMON_ASSIGN_OR_RETURN(const SchemaRows found,
                              ReadSchema(file_->db()));
    for (const auto& [name, sql] : wanted) {
      const auto same = found.find(name);
      if (same == found.end() || same->second != sql) {
        check_.problems.push_back(
            StrCat("file: its ", name, " is missing or altered"));
      }
    }
    for (const auto& [name, sql] : found) {
      if (!wanted.contains(name)) {
        check_.problems.push_back(
            StrCat("file: holds a ", name, " that no case has"));
      }
    }
    return absl::OkStatus();
  }

  absl::Status Count() {
    const std::pair<std::string_view, std::int64_t*> counts[] = {
        {"sources", &check_.sources},
        {"articles", &check_.articles},
        {"comparisons", &check_.comparisons},
        {"divergences", &check_.divergences},
        {"verdicts", &check_.verdicts},
        {"settlements", &check_.settlements},
    };
    for (const auto& [table, count] : counts) {
      RASHOMON_ASSIGN_OR_RETURN(
          const std::optional<std::int64_t> value,
          file_->db()->QueryInt(StrCat("SELECT count(*) FROM ", table)));
      *count = value.value_or(0);
    }
    return absl::OkStatus();
  }

  absl::Status CheckSources() {
    RASHOMON_ASSIGN_OR_RETURN(
        Statement rows,
        file_->db()->Query("SELECT rowid, sha256 FROM sources ORDER BY rowid"));
    while (!IsFull()) {
      RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
      if (!more) break;
      const absl::StatusOr<std::string> bytes =
          ReadSource(file_, rows.Text(1));
      if (!bytes.ok()) {
        Problem("source", rows.Int(0), StdView(bytes.status().message()));
      } else if (Sha256Hex(*bytes) != rows.Text(1)) {
        Problem("source", rows.Int(0), "its bytes do not have its hash");
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckArticles() {
    RASHOMON_ASSIGN_OR_RETURN(
        const std::vector<std::int64_t> ids,
        Ids("SELECT article FROM articles ORDER BY article"));
    for (const std::int64_t id : ids) {
      const absl::StatusOr<CaseArticle> article = ReadCaseArticle(file_, id);
      if (!article.ok()) {
        Problem("article", id, StdView(article.status().message()));
        continue;
      }
      CheckSentences(*article);
      if (ArticleSha256(article->article, article->sentences,
                        article->source_sha256) != article->sha256) {
        Problem("article", id, "what it says does not have its hash");
      }
    }
    return absl::OkStatus();
  }

  void CheckSentences(const CaseArticle& article) {
    Span last{Field::kTitle, 0, 0};
    for (const Span& sentence : article.sentences) {
      if (!IsWithin(sentence, article.article)) {
        return Problem("article", article.id,
                       "a sentence lies outside its text or cuts a character");
      }
      if (sentence < last || Overlaps(sentence, last)) {
        return Problem("article", article.id,
                       "its sentences overlap or are out of order");
      }
      last = sentence;
    }
  }

  void CheckQuote(std::int64_t form, const Span& span,
                  const std::string& quote, const Article& article) {
    if (!IsWithin(span, article)) {
      Problem("form", form, "a span lies outside its text or cuts a character");
    } else if (article.Quote(span) != quote) {
      Problem("form", form, "a quotation is not the text at its span");
    }
  }

  // Forms are read by comparison, so that each article is read once for all.
  absl::Status CheckDivergences() {
    RASHOMON_ASSIGN_OR_RETURN(
        Statement rows,
        file_->db()->Query(
            StrCat("SELECT ", kDivergenceColumns,
                   ", d.divergence, d.comparison FROM divergences AS d ORDER "
                   "BY d.comparison, d.divergence")));
    std::int64_t comparison = 0;
    absl::StatusOr<Comparison> whole;
    while (!IsFull()) {
      RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
      if (!more) break;
      const std::int64_t form = rows.Int(kDivergenceColumnCount);
      if (rows.Int(kDivergenceColumnCount + 1) != comparison) {
        comparison = rows.Int(kDivergenceColumnCount + 1);
        whole = ReadWholeComparison(file_, comparison);
      }
      const absl::StatusOr<Divergence> divergence = DivergenceAt(rows, 0);
      if (!divergence.ok()) {
        Problem("form", form, StdView(divergence.status().message()));
      } else if (whole.ok()) {
        CheckEvidence(form, *divergence, *whole);
      }
    }
    return absl::OkStatus();
  }

  void CheckEvidence(std::int64_t form, const Divergence& d,
                     const Comparison& c) {
    if (d.left) CheckQuote(form, d.left->span, d.left->quote, c.left);
    if (d.right) CheckQuote(form, d.right->span, d.right->quote, c.right);
    if (d.nearest) {
      CheckQuote(form, d.nearest->span, d.nearest->quote,
                 d.nearest->side == Side::kLeft ? c.left : c.right);
    }
  }

  absl::Status CheckRuns() {
    RASHOMON_ASSIGN_OR_RETURN(
        const std::vector<std::int64_t> ids,
        Ids("SELECT comparison FROM comparisons ORDER BY comparison"));
    for (const std::int64_t id : ids) {
      const absl::StatusOr<Comparison> whole = ReadWholeComparison(file_, id);
      if (!whole.ok()) {
        Problem("comparison", id, StdView(whole.status().message()));
        continue;
      }
      RASHOMON_RETURN_IF_ERROR(CheckRun(id, *whole));
    }
    return absl::OkStatus();
  }

  absl::Status CheckRun(std::int64_t id, const Comparison& whole) {
    RASHOMON_ASSIGN_OR_RETURN(
        Statement row, file_->db()->Query("SELECT sha256 FROM comparisons "
                                          "WHERE comparison = ?",
                                          id));
    RASHOMON_RETURN_IF_ERROR(row.Step().status());
    if (ComparisonSha256(whole) != row.Text(0)) {
      Problem("comparison", id, "what it gave does not have its hash");
    }
    RASHOMON_ASSIGN_OR_RETURN(
        const std::optional<std::int64_t> wrong_rank,
        file_->db()->QueryInt(
            "SELECT 1 FROM (SELECT rank, row_number() OVER (ORDER BY rank) AS "
            "n FROM divergences JOIN flags USING (flag) WHERE comparison = ? "
            "AND origin = 'engine') WHERE rank <> n",
            id));
    if (wrong_rank) Problem("comparison", id, "its ranks are not 1, 2, 3 ...");
    CheckIndices(id, whole);
    return absl::OkStatus();
  }

  void CheckIndices(std::int64_t id, const Comparison& whole) {
    const auto left = static_cast<int>(whole.left_annotation.sentences.size());
    const auto right =
        static_cast<int>(whole.right_annotation.sentences.size());
    bool within = true;
    for (const AlignedGroup& group : whole.alignment.groups) {
      for (const int i : group.left) within &= i < left;
      for (const int i : group.right) within &= i < right;
    }
    for (const Unmatched& u : whole.alignment.unmatched_left) {
      within &= u.sentence < left && u.nearest < right;
    }
    for (const Unmatched& u : whole.alignment.unmatched_right) {
      within &= u.sentence < right && u.nearest < left;
    }
    if (!within) {
      Problem("comparison", id, "names a sentence that its article has not");
    }
  }

  absl::Status CheckRule(const Rule& rule) {
    RASHOMON_ASSIGN_OR_RETURN(const std::vector<std::int64_t> ids,
                              Ids(rule.sql));
    for (const std::int64_t id : ids) Problem(rule.table, id, rule.problem);
    return absl::OkStatus();
  }

  // The schema knows no kinds, so that a new one needs no new version.
  absl::Status CheckKindsOfHistory() {
    for (const auto& [table, id] :
         {std::pair("verdicts", "verdict"),
          std::pair("settlements", "settlement")}) {
      RASHOMON_ASSIGN_OR_RETURN(
          Statement rows,
          file_->db()->Query(StrCat("SELECT ", id, ", changed_kind FROM ",
                                    table, " WHERE changed_kind <> ''")));
      while (true) {
        RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
        if (!more) break;
        if (!DivergenceKindFromName(rows.Text(1))) {
          Problem(id, rows.Int(0), "names a kind that is not known");
        }
      }
    }
    return absl::OkStatus();
  }

  // Names, times and notes are such as the store takes.
  absl::Status CheckSigned() {
    for (const auto& [table, id] :
         {std::pair("verdicts", "verdict"),
          std::pair("settlements", "settlement"),
          std::pair("added_flags", "flag")}) {
      RASHOMON_ASSIGN_OR_RETURN(
          Statement rows,
          file_->db()->Query(StrCat("SELECT ", id, ", reviewer, time, note "
                                    "FROM ", table)));
      while (true) {
        RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
        if (!more) break;
        for (const absl::Status& status :
             {CheckReviewer(rows.String(1)), CheckTime(rows.String(2)),
              CheckNote(rows.String(3))}) {
          if (!status.ok()) {
            Problem(id, rows.Int(0), StdView(status.message()));
          }
        }
      }
    }
    return absl::OkStatus();
  }

  CaseFile* file_;
  CaseCheck check_;
};

}  // namespace

absl::StatusOr<CaseCheck> CheckCase(CaseFile* file) {
  return Checker(file).Check();
}

}  // namespace rashomon
