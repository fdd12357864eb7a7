#include <string>

#include "engine/base/strings.h"
#include "engine/claims/table_check.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// The last claim that has a source; none: "-", "none".
TEST(SpeakerTableTest, Speakers) {
  TableReader reader;
  CheckTable(
      "speakers.tsv", 50,
      [](const TableRow& row) { return StrCat(row[1], " | ", row[2]); },
      [&](const TableRow& row) {
        const Annotation a = reader.Read(row[0]);
        std::string out = "- | none";
        for (const Claim& claim : a.claims) {
          if (claim.source.empty()) continue;
          out = StrCat(claim.source_name.empty() ? "-" : claim.source_name,
                       " | ", Name(claim.source_kind));
        }
        return out;
      });
}

}  // namespace
}  // namespace rashomon
