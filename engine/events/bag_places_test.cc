#include "engine/events/bag_places.h"

#include <random>
#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

StemBag RandomBag(std::mt19937* random) {
  std::vector<std::string> stems;
  for (char c = 'a'; c <= 'z'; ++c) {
    for (auto times = (*random)() % 3; times > 1; --times) {
      stems.push_back(std::string(2, c));
    }
  }
  return BagOfSorted<std::string>(
      stems, [](const std::string& stem) { return stem; },
      [](const std::string& stem) { return 6.1 + 0.37 * (stem[0] - 'a'); });
}

TEST(BagPlacesTest, GivesTheCosineOfEachToTheBit) {
  std::mt19937 random(4);
  std::vector<StemBag> bags(1);  // the first is empty
  while (bags.size() < 40) bags.push_back(RandomBag(&random));
  const BagPlaces<std::string> places(bags);
  for (const StemBag& bag : bags) {
    const std::vector<double> cosines = places.CosinesWith(bag);
    ASSERT_EQ(cosines.size(), bags.size());
    for (std::size_t i = 0; i < bags.size(); ++i) {
      EXPECT_EQ(cosines[i], Cosine(bag, bags[i]));
      EXPECT_EQ(cosines[i], Cosine(bags[i], bag));
    }
  }
}

}  // namespace
}  // namespace rashomon
