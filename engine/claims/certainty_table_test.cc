#include <string>

#include "engine/base/strings.h"
#include "engine/claims/table_check.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(CertaintyTableTest, Certainty) {
  TableReader reader;
  CheckTable(
      "certainty.tsv", 160,
      [](const TableRow& row) { return StrCat(row[1], " ", row[2]); },
      [&](const TableRow& row) {
        const Annotation a = reader.Read(row[0]);
        if (a.claims.empty()) return std::string("no claim");
        const Claim* claim = &a.claims[0];
        for (const Claim& c : a.claims) {
          if (c.attitude) continue;
          claim = &c;
          break;
        }
        return StrCat(Name(claim->certainty), " ", claim->polarity);
      });
}

}  // namespace
}  // namespace rashomon
