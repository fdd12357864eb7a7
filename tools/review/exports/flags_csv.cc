#include "tools/review/exports/flags_csv.h"

#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/report/comparison_csv.h"
#include "tools/review/store/case_verdicts.h"

namespace rashomon {
namespace {

constexpr std::string_view kFlagsHeader =
    "flag,pair,run,rank,state,origin,kind,kind_as_decided,weight,confidence,"
    "outcome,same_event,"
    "left_id,left_outlet,left_published,left_source_sha256,left_field,"
    "left_begin_utf8_bytes,left_end_utf8_bytes,left_quote,"
    "right_id,right_outlet,right_published,right_source_sha256,right_field,"
    "right_begin_utf8_bytes,right_end_utf8_bytes,right_quote,"
    "rule,triggers,explanation,"
    "nearest_side,nearest_field,nearest_begin_utf8_bytes,"
    "nearest_end_utf8_bytes,nearest_quote,nearest_score,"
    "fingerprint,anchor,reopens_flag,"
    "added_by,added_time,added_note,"
    "confirmed_by,dismissed_by,unsure_by,reasons,notes,"
    "settled_as,settled_by,settled_time,settled_note\r\n";

constexpr std::string_view kVerdictsHeader =
    "verdict,batch,flag,reviewer,time,decision,reason,changed_kind,note,"
    "undoes,undone_by\r\n";

class Row {
 public:
  void Add(std::string_view value) {
    if (columns_++ > 0) row_ += ',';
    row_ += CsvField(value);
  }
  void Add(std::int64_t value) { Add(StrCat(value)); }
  // Nothing where it is none.
  void AddId(std::int64_t id) { Add(id == 0 ? "" : StrCat(id)); }
  void AddScore(double value) { Add(absl::StrFormat("%.4f", value)); }
  void AddEmpty(int columns) {
    for (int i = 0; i < columns; ++i) Add("");
  }
  std::string Finish() && { return std::move(row_) + "\r\n"; }

 private:
  std::string row_;
  int columns_ = 0;
};

// "Ines; Odile"
class Joined {
 public:
  void Add(std::string_view part) {
    if (part.empty()) return;
    StrAppend(&text_, text_.empty() ? "" : "; ", part);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void AddSpan(const Span& span, std::string_view quote, Row* row) {
  row->Add(FieldName(span.field));
  row->Add(static_cast<std::int64_t>(span.begin));
  row->Add(static_cast<std::int64_t>(span.end));
  row->Add(quote);
}

void AddSide(const CaseArticle& article,
             const std::optional<Evidence>& evidence, Row* row) {
  row->Add(article.article.id);
  row->Add(article.article.outlet);
  row->Add(article.article.published);
  row->Add(article.source_sha256);
  if (!evidence) return row->AddEmpty(4);
  AddSpan(evidence->span, evidence->quote, row);
}

void AddNearest(const std::optional<NearestMiss>& nearest, Row* row) {
  if (!nearest) return row->AddEmpty(6);
  row->Add(Name(nearest->side));
  AddSpan(nearest->span, nearest->quote, row);
  row->AddScore(nearest->score);
}

void AddAddedBy(const std::optional<AddedBy>& added, Row* row) {
  if (!added) return row->AddEmpty(3);
  row->Add(added->reviewer);
  row->Add(added->time);
  row->Add(added->note);
}

// Who decided what; reasons and notes with the name of who gave them.
void AddDecisions(const CaseFlag& flag, Row* row) {
  Joined names[3];
  Joined reasons;
  Joined notes;
  for (const VerdictRow& verdict : flag.verdicts) {
    names[static_cast<int>(*verdict.verdict)].Add(verdict.reviewer);
    if (verdict.reason != DismissReason::kNone) {
      reasons.Add(StrCat(verdict.reviewer, ": ", Name(verdict.reason)));
    }
    if (!verdict.note.empty()) {
      notes.Add(StrCat(verdict.reviewer, ": ", verdict.note));
    }
  }
  for (const Joined& group : names) row->Add(group.text());
  row->Add(reasons.text());
  row->Add(notes.text());
}

void AddSettled(const std::optional<Settlement>& settled, Row* row) {
  if (!settled) return row->AddEmpty(4);
  row->Add(Name(*settled->verdict));
  row->Add(settled->reviewer);
  row->Add(settled->time);
  row->Add(settled->note);
}

std::string FlagRow(const CaseContents& contents, const CaseFlag& flag) {
  const Divergence& d = flag.divergence;
  const CaseComparison& comparison = contents.ComparisonOf(flag);
  Row row;
  row.Add(flag.id);
  row.Add(flag.pair);
  row.Add(comparison.run);
  row.AddId(flag.rank);
  row.Add(Name(flag.state));
  row.Add(flag.added_by ? "reviewer" : "engine");
  row.Add(Name(d.kind));
  row.Add(Name(KindOf(flag)));
  row.Add(d.weight);
  row.AddScore(d.confidence);
  row.Add(Name(OutcomeOf(flag)));
  row.Add(Name(comparison.same_event));
  AddSide(contents.ArticleOf(flag, Side::kLeft), d.left, &row);
  AddSide(contents.ArticleOf(flag, Side::kRight), d.right, &row);
  row.Add(d.rule);
  Joined triggers;
  for (const std::string& trigger : d.triggers) triggers.Add(trigger);
  row.Add(triggers.text());
  row.Add(d.explanation);
  AddNearest(d.nearest, &row);
  row.Add(d.fingerprint);
  row.Add(d.anchor);
  row.AddId(flag.reopens);
  AddAddedBy(flag.added_by, &row);
  AddDecisions(flag, &row);
  AddSettled(flag.settled, &row);
  return std::move(row).Finish();
}

std::string VerdictLine(const VerdictRow& verdict) {
  Row row;
  row.Add(verdict.id);
  row.Add(verdict.batch);
  row.Add(verdict.flag);
  row.Add(verdict.reviewer);
  row.Add(verdict.time);
  row.Add(verdict.verdict ? Name(*verdict.verdict) : "undo");
  row.Add(Name(verdict.reason));
  row.Add(verdict.changed_kind ? Name(*verdict.changed_kind) : "");
  row.Add(verdict.note);
  row.AddId(verdict.undoes);
  row.AddId(verdict.undone_by);
  return std::move(row).Finish();
}

}  // namespace

std::string FlagsToCsv(const CaseContents& contents) {
  std::string csv(kFlagsHeader);
  for (const CaseFlag& flag : contents.flags) csv += FlagRow(contents, flag);
  return csv;
}

absl::StatusOr<std::string> VerdictsToCsv(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(
      const std::vector<VerdictRow> rows,
      HistoryAfter(file, 0, std::numeric_limits<std::int32_t>::max()));
  std::string csv(kVerdictsHeader);
  for (const VerdictRow& row : rows) csv += VerdictLine(row);
  return csv;
}

}  // namespace rashomon
