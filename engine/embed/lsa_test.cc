#include "engine/embed/lsa.h"

#include <string>
#include <string_view>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

class LsaTest : public testing::Test {
 protected:
  std::vector<std::vector<Word>> Split(const std::vector<std::string>& texts) {
    std::vector<std::vector<Word>> all;
    for (const std::string& text : texts) {
      all.push_back(splitter_.Split(text, Span{Field::kText, 0, text.size()}));
    }
    return all;
  }

  WordSplitter splitter_;
  WordCounts counts_ = *WordCounts::Shipped();
  const std::vector<std::string> documents_ = {
      "The ferry left the harbour with sailors.",
      "Sailors moored the ship in the harbour.",
      "The ship and the ferry met at sea near the harbour.",
      "The judge heard the appeal in court.",
      "The court dismissed the lawsuit, the judge said.",
      "A lawsuit and an appeal reached the court."};
};

TEST_F(LsaTest, WordsOfTheSameCompanyComeNear) {
  const Lsa lsa = Lsa::Fit(&counts_, Split(documents_), {.dimensions = 2});
  ASSERT_EQ(lsa.dimensions(), 2);
  // No two of these share a word.
  const RowMatrix m = lsa.Embed(Split({"ferry", "ship", "lawsuit"}));
  EXPECT_GT(m.row(0).dot(m.row(1)), 0.9);
  EXPECT_LT(m.row(0).dot(m.row(2)), 0.3);
}

TEST_F(LsaTest, FitIsDeterministic) {
  const auto probe = Split({"the ship at sea", "a court"});
  EXPECT_EQ(Lsa::Fit(&counts_, Split(documents_)).Embed(probe),
            Lsa::Fit(&counts_, Split(documents_)).Embed(probe));
}

TEST_F(LsaTest, UnknownWordsAndNoWordsAreZeroRows) {
  const Lsa lsa = Lsa::Fit(&counts_, Split(documents_), {.dimensions = 3});
  const RowMatrix m = lsa.Embed(Split({"", "😀", "zebra", "ship"}));
  EXPECT_TRUE(m.allFinite());
  EXPECT_TRUE(m.topRows(3).isZero(0));
  EXPECT_NEAR(m.row(3).norm(), 1, 1e-5);
}

TEST_F(LsaTest, NothingToLearnFromHasNoDimensions) {
  for (const auto& texts :
       {std::vector<std::string>{}, std::vector<std::string>{""},
        std::vector<std::string>{"one text alone"}}) {
    const Lsa lsa = Lsa::Fit(&counts_, Split(texts));
    EXPECT_EQ(lsa.dimensions(), 0);
    EXPECT_EQ(lsa.Embed(Split({"text", ""})).rows(), 2);
  }
}

}  // namespace
}  // namespace rashomon
