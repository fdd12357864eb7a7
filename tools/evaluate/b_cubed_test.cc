#include "tools/evaluate/b_cubed.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

TEST(BCubed, EqualGroupsAreRightWhateverTheirNames) {
  const BCubed b = ScoreBCubed({"x", "y", "x"}, {7, 1, 7});
  EXPECT_EQ(b.precision, 1);
  EXPECT_EQ(b.recall, 1);
  EXPECT_EQ(b.f1(), 1);
}

TEST(BCubed, EachItemIsMeasuredByItself) {
  const BCubed b = ScoreBCubed({"a", "a", "a", "b"}, {1, 1, 2, 2});
  EXPECT_DOUBLE_EQ(b.precision, (1 + 1 + 0.5 + 0.5) / 4);
  EXPECT_DOUBLE_EQ(b.recall, (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4);
}

TEST(BCubed, OneGroupOfAllHasFullRecall) {
  const BCubed b = ScoreBCubed({"a", "a", "b", "b"}, {1, 1, 1, 1});
  EXPECT_EQ(b.precision, 0.5);
  EXPECT_EQ(b.recall, 1);
}

TEST(BCubed, NothingScoresZero) { EXPECT_EQ(ScoreBCubed({}, {}).f1(), 0); }

}  // namespace
}  // namespace rashomon
