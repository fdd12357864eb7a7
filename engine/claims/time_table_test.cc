#include <string>

#include "engine/base/date.h"
#include "engine/claims/table_check.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(TimeTableTest, Times) {
  TableReader reader;
  CheckTable(
      "times.tsv", 220, [](const TableRow& row) { return row[2]; },
      [&](const TableRow& row) {
        std::string out;
        for (const Claim& claim : reader.Read(row[1], row[0]).claims) {
          for (const TimeExpression& t : claim.times) {
            if (!out.empty()) out += "; ";
            if (!t.days) {
              out += "?";
              continue;
            }
            out += FormatIsoDate(t.days->from);
            if (t.days->to != t.days->from) {
              out += ".." + FormatIsoDate(t.days->to);
            }
          }
        }
        return out.empty() ? std::string("-") : out;
      });
}

}  // namespace
}  // namespace rashomon
