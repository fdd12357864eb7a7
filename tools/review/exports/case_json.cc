#include "tools/review/exports/case_json.h"

#include <utility>

#include "absl/strings/escaping.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/report/json_values.h"
#include "tools/report/utf8.h"
#include "tools/review/exports/case_tables.h"
#include "tools/review/store/case_articles.h"

namespace rashomon {
namespace {

OrderedJson ParsedColumn(std::string_view text) {
  OrderedJson value = OrderedJson::parse(text, nullptr,
                                         /*allow_exceptions=*/false);
  return value.is_discarded() ? OrderedJson(nullptr) : value;
}

OrderedJson ValueOf(const Statement& row, int column, ColumnForm form) {
  if (row.IsNull(column)) return nullptr;
  switch (form) {
    case ColumnForm::kId:
    case ColumnForm::kOptionalId:
    case ColumnForm::kCount:
      return row.Int(column);
    case ColumnForm::kNumber:
      return row.Double(column);
    case ColumnForm::kText:
    case ColumnForm::kOptionalText:
      return row.String(column);
    case ColumnForm::kJsonArray:
    case ColumnForm::kJsonObject:
    case ColumnForm::kOptionalJson:
      return ParsedColumn(row.Text(column));
  }
  return nullptr;
}

OrderedJson RowOf(const CaseTable& table, const Statement& row) {
  OrderedJson object = OrderedJson::object();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const CaseColumn& column = table.columns[i];
    const std::string group(GroupOf(column.member));
    OrderedJson value = ValueOf(row, static_cast<int>(i), column.form);
    if (group.empty()) {
      object[std::string(column.member)] = std::move(value);
    } else if (!object.contains(group)) {
      object[group] = nullptr;
      if (value.is_null()) continue;
      object[group] = OrderedJson::object();
      object[group][std::string(NameInGroup(column.member))] =
          std::move(value);
    } else if (!object[group].is_null()) {
      object[group][std::string(NameInGroup(column.member))] =
          std::move(value);
    }
  }
  return object;
}

std::string SelectOf(const CaseTable& table) {
  std::string sql = "SELECT ";
  for (const CaseColumn& column : table.columns) {
    StrAppend(&sql, &column == table.columns.data() ? "" : ", ",
              column.column);
  }
  return StrCat(sql, " FROM ", table.name, " ORDER BY ", table.order);
}

// ,"name":[ a row a line ]
class ListWriter {
 public:
  ListWriter(std::string_view name, std::string* out) : out_(out) {
    StrAppend(out_, ",\n\"", name, "\":[");
  }
  void Add(const OrderedJson& row) {
    StrAppend(out_, first_ ? "\n" : ",\n", DumpJson(row, -1));
    first_ = false;
  }
  void Finish() { *out_ += ']'; }

 private:
  std::string* out_;
  bool first_ = true;
};

absl::Status WriteSources(CaseFile* file, std::string* out) {
  ListWriter list("sources", out);
  RASHOMON_ASSIGN_OR_RETURN(
      Statement rows,
      file->db()->Query("SELECT sha256 FROM sources ORDER BY rowid"));
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) break;
    RASHOMON_ASSIGN_OR_RETURN(const std::string bytes,
                              ReadSource(file, rows.Text(0)));
    const bool is_text = ValidUtf8(bytes) == bytes;
    OrderedJson row = OrderedJson::object();
    row["sha256"] = rows.String(0);
    row["encoding"] = is_text ? "utf-8" : "base64";
    row["bytes"] = is_text ? bytes : absl::Base64Escape(bytes);
    list.Add(row);
  }
  list.Finish();
  return absl::OkStatus();
}

absl::Status WriteTable(const CaseTable& table, CaseFile* file,
                        std::string* out) {
  ListWriter list(table.name, out);
  RASHOMON_ASSIGN_OR_RETURN(Statement rows,
                            file->db()->Query(SelectOf(table)));
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) break;
    list.Add(RowOf(table, rows));
  }
  list.Finish();
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> CaseToJson(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(Transaction moment,
                            Transaction::BeginRead(file->db()));
  std::string out = StrCat("{\"schema\":\"", kCaseSchema, "\"");
  RASHOMON_RETURN_IF_ERROR(WriteSources(file, &out));
  for (const CaseTable& table : CaseTables()) {
    RASHOMON_RETURN_IF_ERROR(WriteTable(table, file, &out));
  }
  return out + "}\n";
}

}  // namespace rashomon
