#include "tools/report/comparison_csv.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/base/strings.h"
#include "tools/report/fixture.h"

namespace rashomon {
namespace {

// A plain reader of RFC 4180, to check the writer against.
std::vector<std::vector<std::string>> ReadCsv(std::string_view csv) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    std::string& field = rows.back().back();
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        field += csv[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.push_back({""});
    } else if (c != '\r') {
      field += c;
    }
  }
  rows.pop_back();
  return rows;
}

std::size_t Column(const std::vector<std::string>& header,
                   std::string_view name) {
  return std::find(header.begin(), header.end(), name) - header.begin();
}

TEST(CsvFieldTest, PlainValuesStayAsTheyAre) {
  EXPECT_EQ(CsvField("all 118 passengers"), "all 118 passengers");
  EXPECT_EQ(CsvField(""), "");
}

TEST(CsvFieldTest, SeparatorsQuotesAndBreaksAreQuoted) {
  EXPECT_EQ(CsvField("a,b"), "\"a,b\"");
  EXPECT_EQ(CsvField("a \"b\""), "\"a \"\"b\"\"\"");
  EXPECT_EQ(CsvField("a\nb"), "\"a\nb\"");
}

TEST(CsvFieldTest, FormulasAreDefused) {
  EXPECT_EQ(CsvField("=1+1"), "'=1+1");
  EXPECT_EQ(CsvField("+1"), "'+1");
  EXPECT_EQ(CsvField("-1"), "'-1");
  EXPECT_EQ(CsvField("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(CsvField("\t=1"), "'\t=1");
  EXPECT_EQ(CsvField("=HYPERLINK(\"x\",\"y\")"),
            "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
}

TEST(CsvFieldTest, ControlsAndBytesThatAreNotUtf8AreReplaced) {
  EXPECT_EQ(CsvField("a\xff"), "a\uFFFD");
  EXPECT_EQ(CsvField("\x1b[31m\u009b"), "\uFFFD[31m\uFFFD");
}

TEST(ComparisonCsvTest, EveryRowHasEveryColumn) {
  for (const Comparison& c :
       {FerryComparison(), HostileComparison(), UnrelatedComparison()}) {
    const auto rows = ReadCsv(ComparisonToCsv(c));
    ASSERT_EQ(rows.size(), c.divergences.size() + 1);
    for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
  }
}

TEST(ComparisonCsvTest, ValuesStandUnderTheirNames) {
  const Comparison c = FerryComparison();
  const auto rows = ReadCsv(ComparisonToCsv(c));
  const auto& header = rows[0];
  const auto& omission = rows[2];
  EXPECT_EQ(omission[Column(header, "kind")], "omission");
  EXPECT_EQ(omission[Column(header, "rank")], "2");
  EXPECT_EQ(omission[Column(header, "confidence")], "0.7100");
  EXPECT_EQ(omission[Column(header, "left_begin_byte")],
            StrCat(c.divergences[1].left->span.begin));
  EXPECT_EQ(omission[Column(header, "left_quote")],
            c.divergences[1].left->quote);
  EXPECT_EQ(omission[Column(header, "right_outlet")], "Quillhaven Wire");
  EXPECT_EQ(omission[Column(header, "right_quote")], "");
  EXPECT_EQ(omission[Column(header, "nearest_side")], "right");
  EXPECT_EQ(omission[Column(header, "nearest_score")], "0.2235");
  EXPECT_EQ(omission[Column(header, "anchor")], "00000000000000a2");
  EXPECT_EQ(rows[1][Column(header, "triggers")], "may; failure");
}

TEST(ComparisonCsvTest, LinesEndInCrLf) {
  const std::string csv = ComparisonToCsv(FerryComparison());
  for (std::size_t i = 0; i < csv.size(); ++i) {
    if (csv[i] == '\n') {
      EXPECT_EQ(csv[i - 1], '\r');
    }
  }
  EXPECT_TRUE(csv.ends_with("\r\n"));
}

}  // namespace
}  // namespace rashomon
