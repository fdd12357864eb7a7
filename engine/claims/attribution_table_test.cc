#include <string>

#include "engine/base/strings.h"
#include "engine/claims/table_check.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(AttributionTableTest, Attributions) {
  TableReader reader;
  CheckTable(
      "attributions.tsv", 50,
      [](const TableRow& row) {
        return StrCat(row[1], " | ", row[2], " | ", row[3], " | ", row[4]);
      },
      [&](const TableRow& row) {
        const Annotation a = reader.Read(row[0]);
        const Claim* best = nullptr;
        for (const Claim& claim : a.claims) {
          if (!claim.cue.empty() && !claim.attitude && best == nullptr) {
            best = &claim;
          }
        }
        if (best == nullptr) return std::string("- | - | - | voice");
        const std::string source =
            best->source.empty() ? "-" : reader.Quote(best->source[0]);
        const std::string content = reader.Quote(best->content[0]);
        return StrCat(source, " | ", reader.Quote(best->cue[0]), " | ",
                      content.substr(0, row[3].size()), " | ",
                      Name(best->mode));
      });
}

}  // namespace
}  // namespace rashomon
