#include "tools/review/store/test_case.h"

#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "engine/base/strings.h"
#include "tools/report/fixture.h"

namespace rashomon {
namespace {

// The value, or the end of the test program with the error.
template <typename T>
T Must(absl::StatusOr<T> value) {
  if (!value.ok()) {
    ADD_FAILURE() << value.status();
    std::abort();
  }
  return *std::move(value);
}

std::vector<std::string> Tables(CaseFile* file) {
  Statement rows = Must(file->db()->Query(
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
  std::vector<std::string> names;
  while (Must(rows.Step())) names.push_back(rows.String(0));
  return names;
}

}  // namespace

CaseFile EmptyCase() { return Must(CaseFile::InMemory()); }

CaseFile FerryCase() {
  CaseFile file = EmptyCase();
  AddTo(&file, FerryComparison());
  return file;
}

AddedComparison AddTo(CaseFile* file, const Comparison& comparison) {
  const std::string left = StrCat("source of ", comparison.left.id);
  const std::string right = StrCat("source of ", comparison.right.id);
  NewComparison added;
  added.comparison = &comparison;
  added.left_source = left;
  added.right_source = right;
  added.time = kTestTime;
  return Must(AddComparison(added, file));
}

std::string DumpCase(CaseFile* file) {
  std::string dump;
  for (const std::string& table : Tables(file)) {
    StrAppend(&dump, "== ", table, "\n");
    Statement rows =
        Must(file->db()->Query(StrCat(
            "SELECT * FROM ", table,
            // SQLite's own: a row for each table, in the order of their use.
            table == "sqlite_sequence" ? " ORDER BY name" : "")));
    while (Must(rows.Step())) {
      for (int column = 0; column < rows.columns(); ++column) {
        StrAppend(&dump, rows.IsNull(column) ? "NULL" : rows.Text(column),
                  "|");
      }
      dump += '\n';
    }
  }
  return dump;
}

std::string TestFolder() { return StrCat(testing::TempDir(), "/"); }

}  // namespace rashomon
