#include "engine/events/word_sequences.h"

#include <string_view>

#include "engine/base/span.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

class WordSequencesTest : public testing::Test {
 protected:
  std::vector<std::uint64_t> Read(std::string_view sentence) {
    return RareSequences(
        {splitter_.Split(sentence, Span{Field::kText, 0, sentence.size()})},
        counts_);
  }

  const WordCounts counts_ = *WordCounts::Shipped();
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

TEST_F(WordSequencesTest, NothingSharesNothing) {
  EXPECT_EQ(SharedWording({}, {}), 0);
  EXPECT_EQ(SharedWording({}, Read("Reckless gambles ruin miners' pensions.")),
            0);
}

}  // namespace
}  // namespace rashomon
