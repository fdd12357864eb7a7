#include "engine/embed/stem_numbers.h"

#include "corpus/article.h"
#include "engine/claims/annotator.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

class StemNumbersTest : public testing::Test {
 protected:
  Annotation Read(std::string text) {
    Article article;
    article.text = std::move(text);
    return annotator_.Annotate(article);
  }

  Lexicons lexicons_ = *Lexicons::Shipped();
  Annotator annotator_{&lexicons_};
  WordCounts counts_ = *WordCounts::Shipped();
  WordModel model_{counts_};
  WordBook book_{&model_};
};

TEST_F(StemNumbersTest, AreThoseOfTheStemsInTheirOrder) {
  const Annotation left = Read("The army attacked the port. Rain fell.");
  const Annotation right = Read("Attacks on ports stopped.");
  const StemNumbers numbers({&left, &right}, &book_);
  const Annotation* sides[] = {&left, &right};
  for (int side = 0; side < 2; ++side) {
    for (std::size_t i = 0; i < sides[side]->words.size(); ++i) {
      for (std::size_t k = 0; k < sides[side]->words[i].size(); ++k) {
        const int number = numbers.words(side)[i][k].stem;
        const std::string_view stem = sides[side]->words[i][k].stem;
        EXPECT_EQ(numbers.stem(number), stem);
        EXPECT_EQ(numbers.Find(stem), number);
        EXPECT_EQ(numbers.rarity(number), RarityOf(stem, counts_));
        EXPECT_EQ(book_.stem(numbers.book_number(number)), stem);
      }
    }
  }
  for (int n = 1; n < numbers.size(); ++n) {
    EXPECT_LT(numbers.stem(n - 1), numbers.stem(n));
  }
  EXPECT_EQ(numbers.Find("zebra"), StemNumbers::kNone);
}

TEST_F(StemNumbersTest, IrregularVerbsHaveTheirBaseBesideThem) {
  const Annotation left = Read("The party lost the vote.");
  const Annotation right = Read("They will lose the vote.");
  const StemNumbers numbers({&left, &right}, &book_);
  const NumberedWord lost = numbers.words(0)[0][2];
  const NumberedWord lose = numbers.words(1)[0][2];
  EXPECT_NE(lost.stem, lost.base);
  EXPECT_EQ(lost.base, lose.stem);
  EXPECT_EQ(numbers.stem(lost.base), "lose");
}

TEST_F(StemNumbersTest, AreRelatedAsTheirStemsAre) {
  const Annotation left = Read(
      "The physician killed a ship. They won the war and decided to buy.");
  const Annotation right = Read(
      "The doctor's murder of a vessel: a decision to sell. They lost, and "
      "bought an attack, an assault.");
  const StemNumbers numbers({&left, &right}, &book_);
  const WordRelationTable& table = WordRelationTable::Shipped();
  for (int a = 0; a < numbers.size(); ++a) {
    for (int b = 0; b < numbers.size(); ++b) {
      EXPECT_EQ(Name(numbers.Between(a, b)),
                Name(table.Between(table.Find(numbers.stem(a)),
                                   table.Find(numbers.stem(b)))))
          << numbers.stem(a) << " " << numbers.stem(b);
    }
  }
}

TEST_F(StemNumbersTest, NoWordsHaveNoNumbers) {
  const Annotation none;
  const StemNumbers numbers({&none}, &book_);
  EXPECT_EQ(numbers.size(), 0);
  EXPECT_TRUE(numbers.words(0).empty());
}

}  // namespace
}  // namespace rashomon
