#include "engine/events/average_link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rashomon {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

AverageLinkOptions Unscaled() {
  AverageLinkOptions options;
  options.local_scaling = false;
  return options;
}

TEST(AverageLink, JoinsWhatIsLinkedAboveTheThreshold) {
  LinkGraph graph(4);
  graph.Link(0, 2, 3);
  graph.Link(1, 3, -1);
  EXPECT_THAT(AverageLink(graph, {}, Unscaled()), ElementsAre(0, 1, 0, 3));
}

TEST(AverageLink, AChainIsNoGroup) {
  // 0-1-2-3: the ends have nothing in common.
  LinkGraph graph(4);
  graph.Link(0, 1, 5);
  graph.Link(1, 2, 1);
  graph.Link(2, 3, 5);
  EXPECT_THAT(AverageLink(graph, {}, Unscaled()), ElementsAre(0, 0, 2, 2));
}

TEST(AverageLink, AMissingLinkInAFullGroupIsForgiven) {
  LinkGraph graph(3);
  graph.Link(0, 1, 20);
  graph.Link(1, 2, 20);
  EXPECT_THAT(AverageLink(graph, {}, Unscaled()), ElementsAre(0, 0, 0));
}

TEST(AverageLink, FixedGroupsStayTogetherAndApart) {
  LinkGraph graph(4);
  graph.Link(0, 1, 5);
  graph.Link(2, 3, 5);
  EXPECT_THAT(AverageLink(graph, {8, 9, 8, std::nullopt}, Unscaled()),
              ElementsAre(0, 1, 0, 3));
  graph.Link(0, 3, 5);
  EXPECT_THAT(AverageLink(graph, {8, 9, 8, std::nullopt}, Unscaled()),
              ElementsAre(0, 1, 0, 0));
}

TEST(AverageLink, ACrowdedSubjectNeedsCloserLinks) {
  // 0 to 9 all resemble each other a little, 10 and 11 each other alone, by
  // the same score.
  LinkGraph graph(12);
  for (std::uint32_t i = 0; i < 10; ++i) {
    for (std::uint32_t j = i + 1; j < 10; ++j) graph.Link(i, j, -0.5);
  }
  graph.Link(10, 11, -0.5);
  AverageLinkOptions options;
  const auto groups = AverageLink(graph, {}, options);
  EXPECT_EQ(groups[10], groups[11]);
  EXPECT_NE(groups[0], groups[1]);
}

TEST(AverageLink, AGroupLargerThanTheLinksOfAnItemHoldsTogether) {
  const std::uint32_t items = 3 * LinkGraph::kMost;
  LinkGraph graph(items);
  for (std::uint32_t i = 0; i < items; ++i) {
    for (std::uint32_t j = i + 1; j < items; ++j) graph.Link(i, j, 6);
  }
  EXPECT_THAT(AverageLink(graph, {}, {}), Each(0u));
}

TEST(AverageLink, NothingGivesNothing) {
  EXPECT_TRUE(AverageLink(LinkGraph(), {}, {}).empty());
}

TEST(LinkGraph, KeepsTheBest) {
  LinkGraph graph(1000);
  for (std::uint32_t i = 1; i < 1000; ++i) graph.Link(0, i, i);
  const auto best = graph.Best(0);
  ASSERT_EQ(best.size(), LinkGraph::kMost);
  EXPECT_EQ(best.front().other, 999u);
}

}  // namespace
}  // namespace rashomon
