#include "engine/embed/letter_trigrams.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

class LetterTrigramsTest : public testing::Test {
 protected:
  int Add(std::string_view stem) {
    trigrams_.Add(stem);
    return static_cast<int>(trigrams_.stems()) - 1;
  }
  std::ptrdiff_t Shared(int a, int b) const {
    const auto x = trigrams_.of(a), y = trigrams_.of(b);
    return std::count_if(x.begin(), x.end(), [&](int t) {
      return std::find(y.begin(), y.end(), t) != y.end();
    });
  }

  LetterTrigrams trigrams_;
};

TEST_F(LetterTrigramsTest, StemsSpeltAlikeShareTheirs) {
  const int a = Add("escal"), b = Add("escalatori");
  EXPECT_EQ(trigrams_.of(a).size(), 5u);
  EXPECT_EQ(trigrams_.of(b).size(), 10u);
  EXPECT_EQ(Shared(a, b), 4);
  EXPECT_EQ(trigrams_.distinct(), 11u);
}

TEST_F(LetterTrigramsTest, LettersAreNoBytes) {
  EXPECT_EQ(trigrams_.of(Add("путин")).size(), 5u);
  EXPECT_EQ(trigrams_.of(Add("a")).size(), 1u);
}

TEST_F(LetterTrigramsTest, EachStandsOnce) {
  EXPECT_EQ(trigrams_.of(Add("ananana")).size(), 4u);  // ^an ana nan na$
}

TEST_F(LetterTrigramsTest, NumbersAndLongRunsHaveFewOrNone) {
  EXPECT_TRUE(trigrams_.of(Add("2021")).empty());
  EXPECT_TRUE(trigrams_.of(Add("")).empty());
  std::string letters;
  for (int i = 0; i < 300; ++i) letters += static_cast<char>('a' + i * i % 26);
  EXPECT_LE(trigrams_.of(Add(letters)).size(), 64u);
  Add("\xff\xc3");
}

}  // namespace
}  // namespace rashomon
