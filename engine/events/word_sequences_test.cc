#include "engine/events/word_sequences.h"

#include <string_view>

#include "engine/base/span.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_model.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

class WordSequencesTest : public testing::Test {
 protected:
  std::vector<std::uint64_t> Read(std::string_view sentence) {
    const std::vector<Word> words =
        splitter_.Split(sentence, Span{Field::kText, 0, sentence.size()});
    return RareSequences({words}, {book_.Read(words)}, book_);
  }

  const WordModel model_{*WordCounts::Shipped()};
  WordBook book_{&model_};
  WordSplitter splitter_;
};

TEST_F(WordSequencesTest, SharedQuotationsAreFoundInWhateverStandsRoundThem) {
  const auto a =
      Read("He called it \"a reckless gamble with miners' pensions\".");
  const auto b =
      Read("\"A reckless gamble with miners' pensions\", Ms Okafor wrote.");
  EXPECT_GT(SharedWording(a, b), 0.2);
  EXPECT_EQ(SharedWording(a, b), SharedWording(b, a));
}

TEST_F(WordSequencesTest, CommonWordsAreNoSequence) {
  EXPECT_TRUE(Read("It was one of the first in the year.").empty());
}

TEST_F(WordSequencesTest, AnyBookGivesTheSame) {
  const auto a = Read("Reckless gambles ruin miners' pensions.");
  WordBook other(&model_);
  other.Number("pension");
  const std::string_view text = "Reckless gambles ruin miners' pensions.";
  const std::vector<Word> words =
      splitter_.Split(text, Span{Field::kText, 0, text.size()});
  EXPECT_EQ(RareSequences({words}, {other.Read(words)}, other), a);
  EXPECT_FALSE(a.empty());
}

TEST_F(WordSequencesTest, NothingSharesNothing) {
  EXPECT_EQ(SharedWording({}, {}), 0);
  EXPECT_EQ(SharedWording({}, Read("Reckless gambles ruin miners' pensions.")),
            0);
}

}  // namespace
}  // namespace rashomon
