#include "tools/review/store/divergence_rows.h"

#include <cstddef>
#include <optional>
#include <string>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/report/json_values.h"
#include "tools/report/utf8.h"
#include "tools/review/store/case_json_parts.h"

namespace rashomon {
namespace {

void BindNulls(int count, Statement* row) {
  for (int i = 0; i < count; ++i) row->Bind(std::nullopt);
}

void BindSpan(const Span& span, const std::string& quote, Statement* row) {
  row->Bind(FieldName(span.field)).Bind(span.begin).Bind(span.end);
  row->Bind(quote);
}

void BindEvidence(const std::optional<Evidence>& evidence, Statement* row) {
  if (!evidence) return BindNulls(4, row);
  BindSpan(evidence->span, evidence->quote, row);
}

void BindNearest(const std::optional<NearestMiss>& nearest, Statement* row) {
  if (!nearest) return BindNulls(6, row);
  row->Bind(Name(nearest->side));
  BindSpan(nearest->span, nearest->quote, row);
  row->Bind(RoundedScore(nearest->score));
}

Span SpanAt(const Statement& row, int column) {
  return {row.Text(column) == "title" ? Field::kTitle : Field::kText,
          static_cast<std::size_t>(row.Int(column + 1)),
          static_cast<std::size_t>(row.Int(column + 2))};
}

std::optional<Evidence> EvidenceAt(const Statement& row, int column) {
  if (row.IsNull(column + 3)) return std::nullopt;
  return Evidence{SpanAt(row, column), row.String(column + 3), 0};
}

std::optional<NearestMiss> NearestAt(const Statement& row, int column) {
  if (row.IsNull(column)) return std::nullopt;
  return NearestMiss{row.Text(column) == "left" ? Side::kLeft : Side::kRight,
                     SpanAt(row, column + 1), row.String(column + 4),
                     row.Double(column + 5)};
}

}  // namespace

absl::Status InsertDivergence(const Divergence& divergence,
                              const DivergencePlace& place, Database* db) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement row,
      db->Query("INSERT INTO divergences VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, "
                "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.comparison, place.flag, place.rank,
                Name(divergence.kind)));
  BindEvidence(divergence.left, &row);
  BindEvidence(divergence.right, &row);
  row.Bind(divergence.weight).Bind(RoundedScore(divergence.confidence));
  row.Bind(ValidUtf8(divergence.rule));
  row.Bind(StringsToJson(divergence.triggers));
  row.Bind(ValidUtf8(divergence.explanation));
  BindNearest(divergence.nearest, &row);
  row.Bind(divergence.anchor);
  return row.Finish();
}

absl::StatusOr<Divergence> DivergenceAt(const Statement& row, int column) {
  const std::optional<DivergenceKind> kind =
      DivergenceKindFromName(row.Text(column));
  if (!kind) {
    return absl::DataLossError(StrCat(
        "the case holds a flag of the unknown kind \"", row.Text(column),
        "\""));
  }
  Divergence d;
  d.kind = *kind;
  d.left = EvidenceAt(row, column + 1);
  d.right = EvidenceAt(row, column + 5);
  d.weight = static_cast<int>(row.Int(column + 9));
  d.confidence = row.Double(column + 10);
  d.rule = row.String(column + 11);
  RASHOMON_ASSIGN_OR_RETURN(d.triggers, StringsFromJson(row.Text(column + 12)));
  d.explanation = row.String(column + 13);
  d.nearest = NearestAt(row, column + 14);
  d.anchor = row.String(column + 20);
  return d;
}

}  // namespace rashomon
