#include "engine/claims/table_check.h"

#include <cmath>
#include <cstdio>
#include <string_view>
#include <utility>

#include "engine/base/file.h"
#include "engine/base/strings.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<TableRow> ReadTable(const std::string& name) {
  const absl::StatusOr<std::string> text =
      ReadFile(StrCat("engine/claims/testdata/", name), 1 << 20);
  EXPECT_TRUE(text.ok()) << text.status();
  std::vector<TableRow> rows;
  bool header = true;
  const std::string table = text.value_or("");
  for (const std::string_view line : SplitOn(table, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    if (!std::exchange(header, false)) {
      TableRow row;
      for (const std::string_view part : SplitOn(line, '\t')) {
        row.emplace_back(part);
      }
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace

TableReader::TableReader()
    : lexicons_(*Lexicons::Shipped()), annotator_(&lexicons_) {}

Annotation TableReader::Read(const std::string& text,
                             const std::string& published) {
  article_ = Article();
  article_.text = text;
  article_.published = published == "-" ? "" : published;
  return annotator_.Annotate(article_);
}

std::string TableReader::Quote(const Span& span) const {
  return std::string(article_.Quote(span));
}

void CheckTable(const std::string& table, std::size_t least_rows,
                const std::function<std::string(const TableRow&)>& expected,
                const std::function<std::string(const TableRow&)>& actual) {
  const std::vector<TableRow> rows = ReadTable(table);
  ASSERT_GE(rows.size(), least_rows);
  std::size_t right = 0;
  std::string wrong;
  for (const TableRow& row : rows) {
    const std::string got = actual(row), want = expected(row);
    if (got == want) {
      ++right;
    } else {
      StrAppend(&wrong, "  ", row[0], " | ", row[1], "\n    want ", want,
                "\n    got  ", got, "\n");
    }
  }
  std::printf("%s: %zu of %zu\n%s", table.c_str(), right, rows.size(),
              wrong.c_str());
  EXPECT_GE(right, std::ceil(kTableShare * rows.size())) << wrong;
}

}  // namespace rashomon
