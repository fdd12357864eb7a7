#include "tools/report/side_text.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tools/report/fixture.h"

namespace rashomon {
namespace {

TEST(SideTextTest, OutletsNameTheSides) {
  const Comparison c = FerryComparison();
  EXPECT_EQ(SideName(c, Side::kLeft), "Fenmark Courier");
  EXPECT_EQ(SideName(c, Side::kRight), "Quillhaven Wire");
}

TEST(SideTextTest, SidesThatShareANameAreToldApart) {
  Comparison c = FerryComparison();
  c.right.outlet = c.left.outlet;
  EXPECT_EQ(SideName(c, Side::kLeft), "Fenmark Courier (left)");
  EXPECT_EQ(SideName(c, Side::kRight), "Fenmark Courier (right)");
  c.left.outlet = c.right.outlet = "";
  EXPECT_EQ(SideName(c, Side::kLeft), "Left report");
  EXPECT_EQ(SideName(c, Side::kRight), "Right report");
}

TEST(SideTextTest, DatesAreWrittenOut) {
  EXPECT_EQ(HumanDate("2021-04-28T11:53:00Z"), "28 April 2021");
  EXPECT_EQ(HumanDate("2026-12-01"), "1 December 2026");
  EXPECT_EQ(HumanDate("2021-02-31"), "no date");
  EXPECT_EQ(HumanDate(""), "no date");
}

TEST(SideTextTest, PercentNeverClaimsCertaintyThatIsNotThere) {
  EXPECT_EQ(Percent(0.834), "83%");
  EXPECT_EQ(Percent(0.999), "99%");
  EXPECT_EQ(Percent(1), "100%");
  EXPECT_EQ(Percent(0.001), "1%");
  EXPECT_EQ(Percent(0), "0%");
  EXPECT_EQ(Percent(std::nan("")), "0%");
  EXPECT_EQ(Percent(7), "100%");
}

}  // namespace
}  // namespace rashomon
