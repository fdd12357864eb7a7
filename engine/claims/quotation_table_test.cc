#include <string>

#include "engine/base/strings.h"
#include "engine/claims/quotation.h"
#include "engine/claims/table_check.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// The table writes a line end as \n.
std::string Unescaped(const std::string& cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\\' && i + 1 < cell.size() && cell[i + 1] == 'n') {
      out += '\n';
      ++i;
    } else {
      out += cell[i];
    }
  }
  return out;
}

std::string Written(const std::string& text) {
  std::string out;
  for (const Quotation& q : FindQuotations(text, Field::kText)) {
    StrAppend(&out, out.empty() ? "" : " | ", q.scare ? "~" : "",
              Slice(text, q.inner), q.closed ? "" : "...");
  }
  return out.empty() ? "-" : out;
}

TEST(QuotationTableTest, Quotations) {
  CheckTable(
      "quotations.tsv", 70,
      [](const TableRow& row) { return Unescaped(row[1]); },
      [](const TableRow& row) { return Written(Unescaped(row[0])); });
}

}  // namespace
}  // namespace rashomon
