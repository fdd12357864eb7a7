// How the tables of a case stand in its JSON: one list of columns, by which
// export writes and import reads. Internal to tools/review/exports.
#ifndef RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_TABLES_H_
#define RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_TABLES_H_

#include <cstddef>
#include <span>
#include <string_view>

namespace rashomon {

enum class ColumnForm {
  kId,        // whole number from 1 to 2^53
  kOptionalId,
  kCount,     // whole number from 0 to 2^53
  kNumber,
  kText,
  kOptionalText,
  kJsonArray,
  kJsonObject,
  kOptionalJson,  // an object; '' in the table is null
};

struct CaseColumn {
  std::string_view column;  // in the table
  // In the row's object; "left.begin" is member begin of member left. A group
  // like left is null where its first column is NULL; its columns are optional
  // together, whatever their forms.
  std::string_view member;
  ColumnForm form;
};

struct CaseTable {
  std::string_view name;  // in the JSON and in the case
  std::string_view order;
  std::span<const CaseColumn> columns;
};

// The "schema" of the JSON.
inline constexpr std::string_view kCaseSchema = "rashomon.case/1";

// "left" of "left.begin"; "" where the member is in no group.
inline std::string_view GroupOf(std::string_view member) {
  const std::size_t dot = member.find('.');
  return dot == std::string_view::npos ? "" : member.substr(0, dot);
}

// "begin" of "left.begin".
inline std::string_view NameInGroup(std::string_view member) {
  return member.substr(member.find('.') + 1);
}

// In an order in which rows only name rows before them. Without the table
// sources, whose bytes are written in their own way.
std::span<const CaseTable> CaseTables();

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_REVIEW_EXPORTS_CASE_TABLES_H_
