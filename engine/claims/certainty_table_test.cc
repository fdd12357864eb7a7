#include <string>

#include "engine/base/strings.h"
#include "engine/claims/table_check.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(CertaintyTableTest, Certainty) {
  TableReader reader;
  CheckTable(
      "certainty.tsv", 60,
      [](const TableRow& row) { return StrCat(row[1], " ", row[2]); },
      [&](const TableRow& row) {
        const Annotation a = reader.Read(row[0]);
        for (const Claim& claim : a.claims) {
          if (claim.attitude) continue;
          return StrCat(Name(claim.certainty), " ", claim.polarity);
        }
        return std::string("no claim");
      });
}

}  // namespace
}  // namespace rashomon
