#include "tools/report/golden.h"

#include <gtest/gtest.h>

#include "tools/report/alignment_json.h"
#include "tools/report/comparison_csv.h"
#include "tools/report/comparison_json.h"
#include "tools/report/fixture.h"

namespace rashomon {
namespace {

TEST(GoldenTest, ComparisonJson) {
  const JsonOptions pretty{.indent = 2};
  EXPECT_TRUE(MatchesGolden("ferry.json",
                            ComparisonToJson(FerryComparison(), pretty)));
}

TEST(GoldenTest, AlignmentJson) {
  const Comparison c = FerryComparison();
  EXPECT_TRUE(MatchesGolden(
      "ferry_alignment.json",
      AlignmentToJson(c.left_annotation.sentences,
                      c.right_annotation.sentences, c.alignment)));
}

TEST(GoldenTest, Csv) {
  EXPECT_TRUE(
      MatchesGolden("ferry.csv", ComparisonToCsv(FerryComparison())));
  EXPECT_TRUE(
      MatchesGolden("hostile.csv", ComparisonToCsv(HostileComparison())));
}

}  // namespace
}  // namespace rashomon
