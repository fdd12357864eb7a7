#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "absl/strings/escaping.h"
#include "corpus/json_text.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/report/utf8.h"
#include "tools/review/exports/case_json.h"
#include "tools/review/exports/case_tables.h"
#include "tools/review/store/case_check.h"
#include "tools/review/store/sha256.h"
#include "tools/review/store/stored_bytes.h"

namespace rashomon {
namespace {

using nlohmann::json;

// Numbers up to here are the same in every reader of JSON.
constexpr std::int64_t kMaxNumber = std::int64_t{1} << 53;

absl::Status Refused(std::string_view where, std::string_view what) {
  return absl::InvalidArgumentError(StrCat(where, ": ", what));
}

// A member's name as an error shows it.
std::string Shown(std::string_view name) {
  constexpr std::size_t kMost = 40;
  return StrCat("\"", ValidUtf8(name.substr(0, kMost)), "\"");
}

bool IsWhole(const json& value, std::int64_t least) {
  if (value.is_number_unsigned()) {
    const auto number = value.get<std::uint64_t>();
    return number <= static_cast<std::uint64_t>(kMaxNumber) &&
           static_cast<std::int64_t>(number) >= least;
  }
  return false;  // signed ones are negative
}

// What a value of the form must be; "" where it is.
std::string_view WrongForm(const json& value, ColumnForm form) {
  switch (form) {
    case ColumnForm::kId:
      return IsWhole(value, 1) ? "" : "is no whole number from 1 to 2^53";
    case ColumnForm::kOptionalId:
      return value.is_null() || IsWhole(value, 1)
                 ? ""
                 : "is neither null nor a whole number from 1 to 2^53";
    case ColumnForm::kCount:
      return IsWhole(value, 0) ? "" : "is no whole number from 0 to 2^53";
    case ColumnForm::kNumber:
      return value.is_number() ? "" : "is no number";
    case ColumnForm::kText:
      return value.is_string() ? "" : "is no text";
    case ColumnForm::kOptionalText:
      return value.is_null() || value.is_string() ? ""
                                                  : "is neither null nor text";
    case ColumnForm::kJsonArray:
      return value.is_array() ? "" : "is no list";
    case ColumnForm::kJsonObject:
      return value.is_object() ? "" : "is no object";
    case ColumnForm::kOptionalJson:
      return value.is_null() || value.is_object()
                 ? ""
                 : "is neither null nor an object";
  }
  return "";
}

void BindValue(const json& value, ColumnForm form, Statement* row) {
  switch (form) {
    case ColumnForm::kJsonArray:
    case ColumnForm::kJsonObject:
      row->Bind(JsonLine(value));
      return;
    case ColumnForm::kOptionalJson:
      row->Bind(value.is_null() ? "" : JsonLine(value));
      return;
    default:
      break;
  }
  if (value.is_null()) {
    row->Bind(std::nullopt);
  } else if (value.is_string()) {
    row->Bind(value.get_ref<const std::string&>());
  } else if (form == ColumnForm::kNumber) {
    row->Bind(value.get<double>());
  } else {
    row->Bind(value.get<std::int64_t>());
  }
}

// One object of a list, read member by member; what is left at the end is not
// known.
class RowReader {
 public:
  RowReader(const json& object, std::string where)
      : object_(object), where_(std::move(where)) {}

  absl::Status Bind(const CaseColumn& column, Statement* row) {
    const std::string group(GroupOf(column.member));
    if (group.empty()) {
      RASHOMON_ASSIGN_OR_RETURN(
          const json* value, Member(object_, std::string(column.member), ""));
      return BindChecked(*value, column, row);
    }
    RASHOMON_ASSIGN_OR_RETURN(const json* parent, Member(object_, group, ""));
    if (parent->is_null()) {
      row->Bind(std::nullopt);
      return absl::OkStatus();
    }
    if (!parent->is_object()) {
      return Refused(StrCat(where_, ".", group), "is neither null nor an "
                                                 "object");
    }
    RASHOMON_ASSIGN_OR_RETURN(
        const json* value,
        Member(*parent, std::string(NameInGroup(column.member)), group));
    return BindChecked(*value, column, row);
  }

  // That nothing would be lost.
  absl::Status CheckAllKnown(const CaseTable& table) const {
    for (const auto& [name, value] : object_.items()) {
      if (!IsKnown(table, "", name)) return Unknown(name);
      if (!value.is_object() || !IsGroup(table, name)) continue;
      for (const auto& [inner, unused] : value.items()) {
        if (!IsKnown(table, name, inner)) return Unknown(inner);
      }
    }
    return absl::OkStatus();
  }

 private:
  static bool IsGroup(const CaseTable& table, std::string_view name) {
    for (const CaseColumn& column : table.columns) {
      if (GroupOf(column.member) == name) return true;
    }
    return false;
  }

  static bool IsKnown(const CaseTable& table, std::string_view group,
                      std::string_view name) {
    for (const CaseColumn& column : table.columns) {
      const std::string_view of = GroupOf(column.member);
      if (of == group && NameInGroup(column.member) == name) return true;
      if (group.empty() && !of.empty() && of == name) return true;
    }
    return false;
  }

  absl::Status Unknown(std::string_view name) const {
    return Refused(where_, StrCat("the member ", Shown(name),
                                  " is not known; it would be lost"));
  }

  absl::StatusOr<const json*> Member(const json& object,
                                     const std::string& name,
                                     std::string_view group) {
    const auto found = object.find(name);
    if (found != object.end()) return &*found;
    return Refused(where_, StrCat("the member \"", group,
                                  group.empty() ? "" : ".", name,
                                  "\" is missing"));
  }

  absl::Status BindChecked(const json& value, const CaseColumn& column,
                           Statement* row) {
    const std::string_view wrong = WrongForm(value, column.form);
    if (!wrong.empty()) {
      return Refused(StrCat(where_, ".", column.member), wrong);
    }
    BindValue(value, column.form, row);
    return absl::OkStatus();
  }

  const json& object_;
  std::string where_;
};

absl::StatusOr<const json*> ListOf(const json& root, std::string_view name) {
  const auto found = root.find(std::string(name));
  if (found == root.end()) {
    return Refused("case", StrCat("the list \"", name, "\" is missing"));
  }
  if (!found->is_array()) return Refused(name, "is no list");
  return &*found;
}

absl::Status InsertRow(const CaseTable& table, const json& object,
                       const std::string& where, CaseFile* file) {
  if (!object.is_object()) return Refused(where, "is no object");
  std::string places;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    places += i == 0 ? "?" : ", ?";
  }
  std::string columns;
  for (const CaseColumn& column : table.columns) {
    StrAppend(&columns, columns.empty() ? "" : ", ", column.column);
  }
  RASHOMON_ASSIGN_OR_RETURN(
      Statement row,
      file->db()->Query(StrCat("INSERT INTO ", table.name, " (", columns,
                               ") VALUES (", places, ")")));
  RowReader reader(object, where);
  for (const CaseColumn& column : table.columns) {
    RASHOMON_RETURN_IF_ERROR(reader.Bind(column, &row));
  }
  RASHOMON_RETURN_IF_ERROR(reader.CheckAllKnown(table));
  const absl::Status inserted = row.Finish();
  if (inserted.ok()) return inserted;
  return Refused(where, StdView(inserted.message()));
}

absl::Status ReadTable(const CaseTable& table, const json& root,
                       CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(const json* list, ListOf(root, table.name));
  std::size_t index = 0;
  for (const json& object : *list) {
    RASHOMON_RETURN_IF_ERROR(InsertRow(
        table, object, StrCat(table.name, "[", index++, "]"), file));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> SourceBytes(const json& object,
                                        const std::string& where) {
  const std::string_view encoding = StringMember(object, "encoding");
  const auto bytes = object.find("bytes");
  if (bytes == object.end() || !bytes->is_string()) {
    return Refused(where, "the member \"bytes\" is missing or no text");
  }
  const std::string& text = bytes->get_ref<const std::string&>();
  if (encoding == "utf-8") return text;
  std::string decoded;
  if (encoding == "base64" && absl::Base64Unescape(text, &decoded)) {
    return decoded;
  }
  return Refused(where, "its bytes are neither \"utf-8\" nor \"base64\"");
}

absl::Status ReadSources(const json& root, CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(const json* list, ListOf(root, "sources"));
  std::size_t index = 0;
  for (const json& object : *list) {
    const std::string where = StrCat("sources[", index++, "]");
    constexpr std::size_t kMembers = 3;
    if (!object.is_object() || object.size() != kMembers) {
      return Refused(where, "is no object of sha256, encoding and bytes");
    }
    RASHOMON_ASSIGN_OR_RETURN(const std::string bytes,
                              SourceBytes(object, where));
    const std::string sha256 = Sha256Hex(bytes);
    if (StringMember(object, "sha256") != sha256) {
      return Refused(where, "its bytes do not have its hash");
    }
    const StoredBytes stored = Store(bytes);
    const absl::Status inserted = file->db()->Run(
        "INSERT INTO sources VALUES (?, ?, ?, ?)", sha256, bytes.size(),
        stored.compression, Blob{stored.bytes});
    if (!inserted.ok()) return Refused(where, StdView(inserted.message()));
  }
  return absl::OkStatus();
}

absl::Status CheckRoot(const json& root) {
  if (!root.is_object()) return Refused("case", "is no JSON object");
  const std::string_view schema = StringMember(root, "schema");
  if (schema != kCaseSchema) {
    return Refused("schema", StrCat("is ", Shown(schema), ", not \"",
                                    kCaseSchema, "\"; only what case export wrote can be "
                                    "imported"));
  }
  for (const auto& [name, value] : root.items()) {
    bool known = name == "schema" || name == "sources";
    for (const CaseTable& table : CaseTables()) known |= name == table.name;
    if (!known) {
      return Refused("case", StrCat("the member ", Shown(name),
                                    " is not known; it would be lost"));
    }
  }
  return absl::OkStatus();
}

absl::Status CheckEmpty(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> row,
      file->db()->QueryInt("SELECT 1 FROM sources LIMIT 1"));
  if (!row) return absl::OkStatus();
  return absl::FailedPreconditionError(
      StrCat(file->path(), ": is not empty; import into a new file"));
}

absl::Status CheckImported(CaseFile* file) {
  RASHOMON_ASSIGN_OR_RETURN(const CaseCheck check, CheckCase(file));
  if (check.problems.empty()) return absl::OkStatus();
  return Refused(check.problems[0],
                 StrCat("in all ", check.problems.size(), " problems"));
}

}  // namespace

absl::Status CaseFromJson(std::string_view bytes, CaseFile* empty) {
  RASHOMON_RETURN_IF_ERROR(CheckEmpty(empty));
  RASHOMON_ASSIGN_OR_RETURN(const json root, ParseJson(bytes));
  RASHOMON_RETURN_IF_ERROR(CheckRoot(root));
  RASHOMON_ASSIGN_OR_RETURN(Transaction transaction,
                            Transaction::Begin(empty->db()));
  RASHOMON_RETURN_IF_ERROR(
      empty->db()->RunScript("PRAGMA defer_foreign_keys = ON"));
  RASHOMON_RETURN_IF_ERROR(ReadSources(root, empty));
  for (const CaseTable& table : CaseTables()) {
    RASHOMON_RETURN_IF_ERROR(ReadTable(table, root, empty));
  }
  RASHOMON_RETURN_IF_ERROR(CheckImported(empty));
  return transaction.Commit();
}

}  // namespace rashomon
