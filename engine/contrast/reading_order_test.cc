#include "engine/contrast/reading_order.h"

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;

Divergence Flag(std::string name, double confidence, int left, int right) {
  Divergence d;
  d.kind = DivergenceKind::kLabel;
  d.weight = 2;
  d.confidence = confidence;
  d.rule = name;
  d.fingerprint = std::move(name);
  if (left >= 0) {
    d.left.emplace();
    d.left->sentence = left;
  }
  if (right >= 0) {
    d.right.emplace();
    d.right->sentence = right;
  }
  return d;
}

std::vector<std::string> Names(const std::vector<Divergence>& flags) {
  std::vector<std::string> names;
  for (const Divergence& d : flags) names.push_back(d.rule);
  return names;
}

TEST(ReadingOrderTest, BestFirstWhereSentencesDiffer) {
  EXPECT_THAT(Names(InReadingOrder({Flag("c", 0.1, 5, -1), Flag("a", 0.5, 1, 1),
                                    Flag("b", 0.3, 2, 3)})),
              ElementsAre("a", "b", "c"));
}

TEST(ReadingOrderTest, AnotherSentenceGoesBeforeASecondFlagOnOne) {
  EXPECT_THAT(Names(InReadingOrder({Flag("first", 0.5, 1, 1),
                                    Flag("same", 0.45, 1, 9),
                                    Flag("other", 0.4, 5, 5)})),
              ElementsAre("first", "other", "same"));
}

TEST(ReadingOrderTest, ASurerFlagOnTheSameSentenceStaysAbove) {
  EXPECT_THAT(Names(InReadingOrder({Flag("first", 0.5, 1, 1),
                                    Flag("same", 0.45, 1, 9),
                                    Flag("other", 0.3, 5, 5)})),
              ElementsAre("first", "same", "other"));
}

TEST(ReadingOrderTest, AnotherPassageGoesBeforeASecondFlagOfTheKind) {
  EXPECT_THAT(Names(InReadingOrder({Flag("first", 0.5, 1, -1),
                                    Flag("near", 0.45, 3, -1),
                                    Flag("far", 0.4, 4, -1)})),
              ElementsAre("first", "far", "near"));
}

TEST(ReadingOrderTest, AnotherKindInThePassageKeepsItsPlace) {
  std::vector<Divergence> flags = {Flag("first", 0.5, 1, -1),
                                   Flag("near", 0.45, 3, -1),
                                   Flag("far", 0.4, 9, -1)};
  flags[1].kind = DivergenceKind::kQuantity;
  EXPECT_THAT(Names(InReadingOrder(flags)), ElementsAre("first", "near", "far"));
}

TEST(ReadingOrderTest, ASentenceOfTheOtherReportIsAnother) {
  EXPECT_THAT(Names(InReadingOrder({Flag("left", 0.5, 1, -1),
                                    Flag("right", 0.45, -1, 1),
                                    Flag("other", 0.4, 5, -1)})),
              ElementsAre("left", "right", "other"));
}

TEST(ReadingOrderTest, ExchangedSidesKeepTheOrder) {
  std::vector<Divergence> flags, mirrored;
  for (int i = 0; i < 12; ++i) {
    const std::string name(1, static_cast<char>('a' + i));
    flags.push_back(Flag(name, 0.1 + (i * 5 % 7) / 10.0, i % 3, i % 7));
    mirrored.push_back(Flag(name, 0.1 + (i * 5 % 7) / 10.0, i % 7, i % 3));
  }
  const std::vector<std::string> order = Names(InReadingOrder(flags));
  EXPECT_EQ(order.size(), flags.size());
  EXPECT_EQ(order, Names(InReadingOrder(mirrored)));
}

}  // namespace
}  // namespace rashomon
