#include "engine/contrast/stem_set.h"

#include <random>
#include <set>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(StemSetTest, HoldsWhatASetHolds) {
  std::mt19937 random(3);
  for (int round = 0; round < 50; ++round) {
    StemSet sets[2];
    std::set<int> naive[2];
    for (int step = 0; step < 40; ++step) {
      const int number = static_cast<int>(random() % 30);
      const int side = static_cast<int>(random() % 2);
      if (random() % 4 == 0) {
        sets[side].Erase(number);
        naive[side].erase(number);
      } else {
        EXPECT_EQ(sets[side].Insert(number), naive[side].insert(number).second);
      }
    }
    std::size_t shared = 0;
    for (int number = 0; number < 30; ++number) {
      EXPECT_EQ(sets[0].Contains(number), naive[0].contains(number));
      shared += naive[0].contains(number) && naive[1].contains(number);
    }
    EXPECT_EQ(sets[0].size(), naive[0].size());
    EXPECT_EQ(CountShared(sets[0], sets[1]), shared);
    EXPECT_EQ(SharesStem(sets[0], sets[1]), shared > 0);
  }
}

TEST(StemSetTest, ListsAreSortedAndEachNumberKeptOnce) {
  StemSet set({5, 1, 5, 3});
  set.InsertAll(StemSet({4, 3}));
  EXPECT_EQ(std::vector<int>(set.begin(), set.end()),
            (std::vector<int>{1, 3, 4, 5}));
}

}  // namespace
}  // namespace rashomon
