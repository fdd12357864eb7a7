#include "engine/lexicon/commentary.h"

#include <cmath>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(CommentaryTest, ReadsWordsAndWeights) {
  const CommentaryTable table("# a card\nword\tweight\nsilly\t1.5\nmayor\t-0.25"
                              "\nbroken\nworse\tmuch\n");
  EXPECT_EQ(table.size(), 2u);
  EXPECT_FLOAT_EQ(table.WeightOf("silly"), 1.5f);
  EXPECT_FLOAT_EQ(table.WeightOf("mayor"), -0.25f);
  EXPECT_EQ(table.WeightOf("broken"), 0);
  EXPECT_EQ(table.WeightOf(""), 0);
}

TEST(CommentaryTest, ShippedTableKnowsOpinionFromReport) {
  const CommentaryTable& table = CommentaryTable::Shipped();
  EXPECT_GT(table.size(), 4000u);
  for (const char* word : {"ridiculous", "nonsense", "absurd", "stupid"}) {
    EXPECT_GT(table.WeightOf(word), 0.5f) << word;
  }
  for (const char* word : {"spokesman", "spokeswoman", "according"}) {
    EXPECT_LT(table.WeightOf(word), -0.2f) << word;
  }
}

// Parties, sides and their leaders tell no commentary from news: their words
// are used by one side more than by the other.
TEST(CommentaryTest, NoSideIsHeavierThanTheOther) {
  const CommentaryTable& table = CommentaryTable::Shipped();
  const auto gap = [&](const char* left, const char* right) {
    return std::abs(table.WeightOf(left) - table.WeightOf(right));
  };
  EXPECT_LT(gap("democrats", "republicans"), 0.1);
  EXPECT_LT(gap("liberals", "conservatives"), 0.4);
}

}  // namespace
}  // namespace rashomon
