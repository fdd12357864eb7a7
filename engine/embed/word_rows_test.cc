#include "engine/embed/word_rows.h"

#include <string_view>

#include "engine/base/span.h"
#include "engine/embed/word_vectors_writer.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

class WordRowsTest : public testing::Test {
 protected:
  static WordVectors Vectors() {
    WordVectorsInput input;
    input.words = {"port", "turkey", "turkey"};
    input.names = {false, true, false};
    input.vectors = RowMatrix::Identity(3, 8);
    input.weights = {0.5f, 0.75f, 1};
    input.unseen_weight = 2;
    return *WordVectors::FromBytes(*EncodeWordVectors(input), "test");
  }

  const std::vector<WeightedRow>& Of(std::string_view text) {
    const auto& words =
        splitter_.Views(text, Span{Field::kText, 0, text.size()});
    rows_.Renew(splitter_.generation());
    return rows_.Of(words);
  }

  WordVectors vectors_ = Vectors();
  WordSplitter splitter_;
  WordCounts counts_ = *WordCounts::Shipped();
  WordRows rows_{&vectors_, &counts_};
};

TEST_F(WordRowsTest, WordsOfTheSentenceInOrder) {
  const auto& rows = Of("The ports of Turkey, 2017");
  ASSERT_EQ(rows.size(), 4u);  // the number and the comma have no row
  EXPECT_EQ(rows[0].id, WordVectors::kUnknown);
  EXPECT_EQ(rows[1].id, 0u);
  EXPECT_EQ(rows[1].weight, 0.5f);
  EXPECT_NEAR(rows[1].factor * rows[1].values[0], 0.5, 0.005);
  EXPECT_EQ(rows[3].id, 1u);
}

TEST_F(WordRowsTest, CapitalsAreReadAtEachOccurrence) {
  EXPECT_EQ(Of("we saw Turkey").back().id, 1u);
  EXPECT_EQ(Of("we saw turkey").back().id, 2u);
  EXPECT_EQ(Of("Turkey").back().id, 1u);  // nothing tells: more frequent
}

TEST_F(WordRowsTest, UnknownWordsKeepTheirRow) {
  const WeightedRow first = Of("zelenskyy spoke").front();
  EXPECT_EQ(first.id, WordVectors::kUnknown);
  EXPECT_NEAR(first.weight, 2, 0.01);
  for (int i = 0; i < 100; ++i) Of("word" + std::string(5, 'a' + i % 26));
  const WeightedRow again = Of("zelenskyy spoke").front();
  EXPECT_EQ(again.values, first.values);
  double squares = 0;
  for (int i = 0; i < 8; ++i) {
    const double x = double{first.factor} * first.values[i] / first.weight;
    squares += x * x;
  }
  EXPECT_NEAR(squares, 1, 0.02);
}

TEST_F(WordRowsTest, UnknownWordsThatAreFrequentWeighLittle) {
  const auto& rows = Of("в порту");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_LT(rows[0].weight, rows[1].weight / 4);
  WordRows alike(&vectors_, nullptr);
  const std::string_view text = "в порту";
  const auto& words = splitter_.Views(text, Span{Field::kText, 0, text.size()});
  EXPECT_EQ(alike.Of(words)[0].weight, 2);
}

TEST_F(WordRowsTest, SentencesWithoutWordsHaveNoRows) {
  EXPECT_TRUE(Of("").empty());
  EXPECT_TRUE(Of("😀 !! 12,000 (3.5)").empty());
}

TEST_F(WordRowsTest, ForgetsWithTheSplitter) {
  Of("port");
  rows_.Renew(splitter_.generation() + 1);
  WordSplitter other;
  const std::string_view text = "turkey port";
  const auto& words = other.Views(text, Span{Field::kText, 0, text.size()});
  EXPECT_EQ(rows_.Of(words).back().id, 0u);
}

TEST_F(WordRowsTest, LongSentencesAreLinear) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "port ";
  EXPECT_EQ(Of(text).size(), 100000u);
}

}  // namespace
}  // namespace rashomon
