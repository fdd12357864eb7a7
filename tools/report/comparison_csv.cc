#include "tools/report/comparison_csv.h"

#include <cstddef>
#include <optional>
#include <vector>

#include "absl/strings/str_format.h"
#include "engine/base/strings.h"
#include "tools/report/utf8.h"

namespace rashomon {
namespace {

constexpr std::string_view kHeader =
    "rank,kind,weight,confidence,same_event,"
    "left_id,left_outlet,left_published,"
    "left_field,left_begin_byte,left_end_byte,left_quote,"
    "right_id,right_outlet,right_published,"
    "right_field,right_begin_byte,right_end_byte,right_quote,"
    "rule,triggers,explanation,"
    "nearest_side,nearest_field,nearest_begin_byte,nearest_end_byte,"
    "nearest_quote,nearest_score,fingerprint,anchor\r\n";

// Four decimals, as in JSON.
std::string Score(double value) {
  return absl::StrFormat("%.4f", value);
}

// A table may be shown in a terminal, which must not obey what stands in it.
std::string WithoutControls(std::string_view value) {
  std::string clean;
  for (std::size_t at = 0; at < value.size();) {
    const CodePoint c = NextCodePoint(value, &at);
    clean += c.valid && !IsTerminalControl(c.value) ? c.bytes : "\uFFFD";
  }
  return clean;
}

class Row {
 public:
  void Add(std::string_view value) {
    if (!row_.empty()) row_ += ',';
    row_ += CsvField(value);
  }
  void AddEmpty(int columns) { row_.append(columns, ','); }
  std::string Finish() && { return std::move(row_) + "\r\n"; }

 private:
  std::string row_;
};

void AddSpan(const Span& span, std::string_view quote, Row* row) {
  row->Add(FieldName(span.field));
  row->Add(StrCat(span.begin));
  row->Add(StrCat(span.end));
  row->Add(quote);
}

void AddSide(const Article& article, const std::optional<Evidence>& evidence,
             Row* row) {
  row->Add(article.id);
  row->Add(article.outlet);
  row->Add(article.published);
  if (evidence) {
    AddSpan(evidence->span, evidence->quote, row);
  } else {
    row->AddEmpty(4);
  }
}

void AddNearest(const std::optional<NearestMiss>& nearest, Row* row) {
  if (!nearest) {
    row->AddEmpty(6);
    return;
  }
  row->Add(Name(nearest->side));
  AddSpan(nearest->span, nearest->quote, row);
  row->Add(Score(nearest->score));
}

// "may; failure": a semicolon within a trigger does no harm to people, and
// machines read the JSON.
std::string Joined(const std::vector<std::string>& triggers) {
  std::string joined;
  for (const std::string& trigger : triggers) {
    if (!joined.empty()) joined += "; ";
    joined += trigger;
  }
  return joined;
}

std::string FlagRow(const Comparison& comparison, std::size_t index) {
  const Divergence& flag = comparison.divergences[index];
  Row row;
  row.Add(StrCat(index + 1));
  row.Add(Name(flag.kind));
  row.Add(StrCat(flag.weight));
  row.Add(Score(flag.confidence));
  row.Add(Name(comparison.same_event.verdict));
  AddSide(comparison.left, flag.left, &row);
  AddSide(comparison.right, flag.right, &row);
  row.Add(flag.rule);
  row.Add(Joined(flag.triggers));
  row.Add(flag.explanation);
  AddNearest(flag.nearest, &row);
  row.Add(flag.fingerprint);
  row.Add(flag.anchor);
  return std::move(row).Finish();
}

}  // namespace

std::string CsvField(std::string_view value) {
  std::string field = WithoutControls(value);
  constexpr std::string_view kFormulaStarts = "=+-@\t\r";
  if (!field.empty() &&
      kFormulaStarts.find(field.front()) != std::string_view::npos) {
    field.insert(field.begin(), '\'');
  }
  if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string CsvHeader() { return std::string(kHeader); }

std::string CsvRows(const Comparison& comparison) {
  std::string rows;
  for (std::size_t i = 0; i < comparison.divergences.size(); ++i) {
    rows += FlagRow(comparison, i);
  }
  return rows;
}

std::string ComparisonToCsv(const Comparison& comparison) {
  return CsvHeader() + CsvRows(comparison);
}

}  // namespace rashomon
