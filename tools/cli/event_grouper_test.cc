#include "tools/cli/event_grouper.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rashomon {
namespace {

// Numbers less than 10 apart are alike, the nearer the more.
std::optional<double> Near(const double& a, const double& b) {
  const double distance = std::abs(a - b);
  return distance < 10 ? std::optional<double>(1 - distance / 10)
                       : std::nullopt;
}

TEST(EventGrouper, NumbersGroupsInOrderOfArrival) {
  EventGrouper<double> grouper(Near);
  EXPECT_EQ(grouper.Add(1), 1u);
  EXPECT_EQ(grouper.Add(100), 2u);
  EXPECT_EQ(grouper.Add(2), 1u);
  EXPECT_EQ(grouper.groups(), 2u);
}

TEST(EventGrouper, JoinsTheNearestOfSeveral) {
  EventGrouper<double> grouper(Near);
  grouper.Add(0);
  grouper.Add(15);
  EXPECT_EQ(grouper.Add(8), 2u);
}

TEST(EventGrouper, AGroupIsKnownByItsNewestItems) {
  EventGrouper<double> grouper(Near);
  for (double moving = 0; moving < 100; moving += 5) {
    EXPECT_EQ(grouper.Add(moving), 1u);
  }
  EXPECT_EQ(grouper.Add(0), 2u);
}

}  // namespace
}  // namespace rashomon
