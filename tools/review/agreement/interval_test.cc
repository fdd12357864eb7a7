#include "tools/review/agreement/interval.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

// Newcombe, Two-sided confidence intervals for the single proportion,
// Statistics in Medicine 17 (1998), table I, the score method without
// correction.
TEST(WilsonIntervalTest, GivesNewcombesFigures) {
  struct {
    int right, of;
    double low, high;
  } cases[] = {{81, 263, 0.2553, 0.3662},
               {15, 148, 0.0624, 0.1605},
               {0, 20, 0.0000, 0.1611},
               {1, 29, 0.0061, 0.1718}};
  for (const auto& c : cases) {
    const Interval i = WilsonInterval(c.right, c.of);
    EXPECT_NEAR(i.low, c.low, 0.00005);
    EXPECT_NEAR(i.high, c.high, 0.00005);
  }
}

TEST(WilsonIntervalTest, StaysWithinZeroAndOneAndMirrors) {
  for (int of = 1; of < 40; ++of) {
    for (int right = 0; right <= of; ++right) {
      const Interval i = WilsonInterval(right, of);
      const Interval mirrored = WilsonInterval(of - right, of);
      EXPECT_GE(i.low, 0);
      EXPECT_LE(i.high, 1);
      EXPECT_LE(i.low, static_cast<double>(right) / of + 1e-12);
      EXPECT_GE(i.high, static_cast<double>(right) / of - 1e-12);
      EXPECT_NEAR(i.low, 1 - mirrored.high, 1e-12);
    }
  }
}

TEST(WilsonIntervalTest, NothingSeenIsAnythingPossible) {
  EXPECT_EQ(WilsonInterval(0, 0).low, 0);
  EXPECT_EQ(WilsonInterval(0, 0).high, 1);
}

}  // namespace
}  // namespace rashomon
