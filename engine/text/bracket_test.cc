#include "engine/text/bracket.h"

#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

BracketPairs PairsOf(std::string_view text) {
  BracketPairs brackets;
  brackets.Reset(text, {Field::kText, 0, text.size()});
  return brackets;
}

TEST(BracketPairsTest, FindsWhereNestedBracketsClose) {
  BracketPairs brackets = PairsOf("a (b [c] d) e");
  EXPECT_EQ(brackets.CloseOf(2), 10u);
  EXPECT_EQ(brackets.CloseOf(5), 7u);
}

TEST(BracketPairsTest, StrayBracketsCloseNowhere) {
  EXPECT_EQ(PairsOf("a (b").CloseOf(2), BracketPairs::kNowhere);
  EXPECT_EQ(PairsOf("a (b] c").CloseOf(2), BracketPairs::kNowhere);
  EXPECT_EQ(PairsOf("(" + std::string(1000, 'x') + ")").CloseOf(0),
            BracketPairs::kNowhere);
}

TEST(BracketPairsTest, ForgetsTheParagraphBefore) {
  BracketPairs brackets = PairsOf("(a)");
  brackets.Reset("plain", {Field::kText, 0, 5});
  EXPECT_EQ(brackets.CloseOf(0), BracketPairs::kNowhere);
}

}  // namespace
}  // namespace rashomon
