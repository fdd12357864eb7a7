#include <string>

#include "engine/base/strings.h"
#include "engine/claims/table_check.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(MentionTableTest, Mentions) {
  TableReader reader;
  CheckTable(
      "mentions.tsv", 110, [](const TableRow& row) { return row[1]; },
      [&](const TableRow& row) {
        const Annotation a = reader.Read(row[0]);
        std::string out;
        for (const Mention& m : a.mentions) {
          StrAppend(&out, out.empty() ? "" : "; ", reader.Quote(m.span), "=",
                    Name(m.type).substr(0, 3), ":", m.entity);
        }
        return out.empty() ? std::string("-") : out;
      });
}

}  // namespace
}  // namespace rashomon
