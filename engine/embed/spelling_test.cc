#include "engine/embed/spelling.h"

#include <set>
#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

float Cosine(std::string_view a, std::string_view b) {
  return Signature(SpellingGrams(a), 256)
      .dot(Signature(SpellingGrams(b), 256));
}

TEST(SpellingTest, GramsOfThreeToFiveCharacters) {
  EXPECT_EQ(SpellingGrams("ab").size(), 3u);  // <ab ab> <ab>
  EXPECT_EQ(SpellingGrams("я").size(), 1u);   // one character, two bytes
  EXPECT_EQ(SpellingGrams("").size(), 0u);
}

TEST(SpellingTest, EveryGramOnce) {
  const auto grams = SpellingGrams("banananana");
  EXPECT_EQ(std::set<std::uint64_t>(grams.begin(), grams.end()).size(),
            grams.size());
}

TEST(SpellingTest, LongWordsAreBounded) {
  EXPECT_LT(SpellingGrams(std::string(100000, 'x')).size(), 300u);
  const std::string broken(300, '\x80');
  EXPECT_LT(SpellingGrams(broken).size(), 900u);
}

TEST(SpellingTest, WordsSpeltAlikeAreAlike) {
  EXPECT_NEAR(Cosine("zelenskyy", "zelenskyy"), 1, 1e-5);
  EXPECT_GT(Cosine("zelenskyy", "zelensky"), 0.5);
  EXPECT_GT(Cosine("зеленский", "зеленского"), 0.4);
  EXPECT_LT(std::abs(Cosine("zelenskyy", "кириенко")), 0.3);
}

TEST(SpellingTest, NothingGivesZerosNotNaN) {
  EXPECT_TRUE(Signature({}, 16).isZero(0));
  EXPECT_EQ(Signature(SpellingGrams("word"), 0).size(), 0);
  EXPECT_TRUE(Signature(SpellingGrams("😀"), 16).allFinite());
}

TEST(SpellingTest, SameOnEveryMachine) {
  EXPECT_EQ(SpellingGrams("lunda")[0], 1272267764598678739u);
  // Three n-grams of two letters: sums of three signs over their length.
  const Eigen::VectorXf v = Signature(SpellingGrams("ab"), 4) * 3;
  EXPECT_TRUE(v.allFinite());
}

}  // namespace
}  // namespace rashomon
