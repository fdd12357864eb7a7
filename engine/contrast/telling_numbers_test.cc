#include "engine/contrast/telling_numbers.h"

#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

Quantity Count(double value, const char* noun) {
  Quantity q;
  q.low = q.high = value;
  q.noun = q.noun_group = noun;
  return q;
}

Quantity MoreThan(double value, const char* noun) {
  Quantity q = Count(value, noun);
  q.low_open = q.unbounded_above = true;
  return q;
}

// One sentence each.
NumbersBySize Placed(const std::vector<Quantity>& quantities) {
  std::vector<PlacedQuantity> placed;
  for (const Quantity& q : quantities) {
    placed.push_back({static_cast<int>(placed.size()), &q});
  }
  return NumbersBySize(std::move(placed));
}

// The pairs, which are the same whichever report is near.
std::vector<TellingPair> Pairs(const std::vector<Quantity>& near,
                               const std::vector<Quantity>& far) {
  const NumbersBySize a = Placed(near), b = Placed(far);
  const std::vector<TellingPair> pairs = FindTellingPairs(a, b);
  const std::vector<TellingPair> swapped = FindTellingPairs(b, a);
  EXPECT_EQ(pairs.size(), swapped.size());
  for (const TellingPair& pair : pairs) {
    bool found = false;
    for (const TellingPair& s : swapped) {
      found |= s.near.quantity == pair.far.quantity &&
               s.far.quantity == pair.near.quantity &&
               s.other_value == pair.other_value;
    }
    EXPECT_TRUE(found);
  }
  return pairs;
}

TEST(TellingNumbersTest, RoundedOnOneSide) {
  const auto pairs = Pairs({Count(12, "ship"), Count(1.8e6, "")},
                           {Count(1.76e6, "member"), Count(3, "port")});
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_FALSE(pairs[0].other_value);
  EXPECT_EQ(pairs[0].near.sentence, 1);
  EXPECT_EQ(pairs[0].far.sentence, 0);
}

TEST(TellingNumbersTest, BoundOnOneSide) {
  EXPECT_EQ(Pairs({MoreThan(2e6, "barrel")}, {Count(2.1e6, "barrel")}).size(),
            1u);
}

TEST(TellingNumbersTest, OtherValueOfTheSameNoun) {
  const auto pairs = Pairs({Count(48000, "worker")}, {Count(46000, "worker")});
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_TRUE(pairs[0].other_value);
  EXPECT_TRUE(Pairs({Count(48000, "worker")}, {Count(46000, "ship")}).empty());
}

TEST(TellingNumbersTest, SmallRoundNumbersMeetByChance) {
  EXPECT_TRUE(Pairs({MoreThan(10, "ship")}, {Count(11, "ship")}).empty());
  EXPECT_TRUE(Pairs({Count(300, "ship")}, {Count(310, "port")}).empty());
}

TEST(TellingNumbersTest, WhatIsGivenAlikeSomewhereIsNone) {
  EXPECT_TRUE(Pairs({Count(48000, "worker")},
                    {Count(46000, "worker"), Count(48000, "worker")})
                  .empty());
}

TEST(TellingNumbersTest, EachQuantityInOnePairWithTheNearest) {
  const auto pairs = Pairs({Count(48000, "worker")},
                           {Count(41000, "worker"), Count(47000, "worker")});
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(pairs[0].far.sentence, 1);
}

TEST(TellingNumbersTest, ManyOfOneSizeTellNothing) {
  EXPECT_TRUE(Pairs({Count(48000, "worker")},
                    std::vector<Quantity>(5000, Count(46000, "worker")))
                  .empty());
}

TEST(NumbersBySizeTest, WithinReachInTheUnitOfTheDimension) {
  Quantity km = Count(2000, "");
  km.unit = "km";
  km.unit_factor = 1000;
  const std::vector<Quantity> quantities = {Count(3, "ship"), km,
                                            Count(2.1e6, "barrel")};
  const NumbersBySize numbers = Placed(quantities);
  const auto within = numbers.Within(2e6, 1.1);
  ASSERT_EQ(within.size(), 2u);
  EXPECT_EQ(within[0].sentence, 1);
  EXPECT_EQ(within[1].sentence, 2);
  EXPECT_TRUE(numbers.Within(10, 1.1).empty());
}

TEST(NumbersBySizeTest, GiveAlike) {
  const std::vector<Quantity> quantities = {Count(12, "ship"),
                                            Count(14, "port")};
  const NumbersBySize numbers = Placed(quantities);
  EXPECT_TRUE(numbers.GiveAlike(Count(12, "ship")));
  EXPECT_FALSE(numbers.GiveAlike(Count(12, "port")));
  EXPECT_FALSE(numbers.GiveAlike(Count(13, "ship")));
}

}  // namespace
}  // namespace rashomon
