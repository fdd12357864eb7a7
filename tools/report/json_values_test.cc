#include "tools/report/json_values.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace rashomon {
namespace {

TEST(JsonValuesTest, SpanHasItsKeysInOrder) {
  EXPECT_EQ(DumpJson(SpanToJson({Field::kTitle, 3, 9}), -1),
            R"({"field":"title","begin":3,"end":9})");
}

TEST(JsonValuesTest, ScoresHaveAtMostFourDecimals) {
  EXPECT_EQ(DumpJson(RoundedScore(1.0 / 3), -1), "0.3333");
  EXPECT_EQ(DumpJson(RoundedScore(0.1 + 0.2), -1), "0.3");
  EXPECT_EQ(DumpJson(RoundedScore(1), -1), "1.0");
  EXPECT_EQ(DumpJson(RoundedScore(-0.000001), -1), "0.0");
}

TEST(JsonValuesTest, ScoresThatAreNoNumberBecomeZero) {
  EXPECT_EQ(RoundedScore(std::nan("")), 0.0);
  EXPECT_EQ(RoundedScore(std::numeric_limits<double>::infinity()), 0.0);
}

TEST(JsonValuesTest, WholeNumbersHaveNoPoint) {
  EXPECT_EQ(DumpJson(NumberToJson(118), -1), "118");
  EXPECT_EQ(DumpJson(NumberToJson(-3), -1), "-3");
  EXPECT_EQ(DumpJson(NumberToJson(2.5), -1), "2.5");
  EXPECT_EQ(DumpJson(NumberToJson(1e300), -1), "1e+300");
  EXPECT_EQ(DumpJson(NumberToJson(std::nan("")), -1), "null");
}

TEST(JsonValuesTest, BytesThatAreNotUtf8AreReplaced) {
  EXPECT_EQ(DumpJson(OrderedJson("a\xff"), -1), "\"a\xEF\xBF\xBD\"");
}

}  // namespace
}  // namespace rashomon
