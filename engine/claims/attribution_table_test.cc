#include <string>
#include <string_view>

#include "engine/base/strings.h"
#include "engine/claims/table_check.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// The first claim that somebody makes, as the table writes it; `wanted` tells
// how much of the content is asked for.
std::string Describe(const Annotation& a, const TableReader& reader,
                     const std::string& wanted) {
  for (const Claim& claim : a.claims) {
    if (claim.cue.empty() || claim.attitude) continue;
    std::string content;
    for (const Span& span : claim.content) {
      StrAppend(&content, content.empty() ? "" : " + ", reader.Quote(span));
    }
    constexpr std::string_view kMore = "…";
    if (wanted.ends_with(kMore)) {
      content = content.substr(0, wanted.size() - kMore.size());
      content += kMore;
    }
    return StrCat(claim.source.empty() ? "-" : reader.Quote(claim.source[0]),
                  " | ", reader.Quote(claim.cue[0]), " | ", content, " | ",
                  claim.mixed() ? "mixed" : Name(claim.mode));
  }
  return "- | - | - | voice";
}

TEST(AttributionTableTest, Attributions) {
  TableReader reader;
  CheckTable(
      "attributions.tsv", 150,
      [](const TableRow& row) {
        return StrCat(row[1], " | ", row[2], " | ", row[3], " | ", row[4]);
      },
      [&](const TableRow& row) {
        return Describe(reader.Read(row[0]), reader, row[3]);
      });
}

}  // namespace
}  // namespace rashomon
