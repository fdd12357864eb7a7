#include "engine/embed/word_book.h"

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/article.h"
#include "engine/claims/annotator.h"
#include "engine/lexicon/lexicons.h"
#include "engine/lexicon/word_forms.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr char kText[] =
    "The US lost the match. It took us by surprise: Quarzel's men left Almerin "
    "in 12 lost hours.";

class WordBookTest : public testing::Test {
 protected:
  Annotation Annotate(const std::string& text) {
    Article article;
    article.language = "en";
    article.text = text;
    return annotator_.Annotate(article);
  }

  // As the tables say of each word.
  void ExpectRight(const BookSentences& numbers, const Annotation& a) {
    ASSERT_EQ(numbers.size(), a.words.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      ASSERT_EQ(numbers[i].size(), a.words[i].size());
      for (std::size_t k = 0; k < numbers[i].size(); ++k) {
        ExpectRight(numbers[i][k], a.words[i][k]);
      }
    }
  }

  void ExpectRight(const BookWord& number, const Word& word) {
    EXPECT_EQ(book_.stem(number.stem), word.stem);
    EXPECT_EQ(book_.Find(word.stem), number.stem);
    EXPECT_EQ(book_.rarity(number.stem), model_.counts().Rarity(word.stem));
    EXPECT_EQ(book_.sif_weight(number.stem),
              model_.counts().SifWeight(word.stem));
    EXPECT_EQ(book_.related(number.stem),
              WordRelationTable::Shipped().Find(word.stem));
    const std::string_view base =
        WordFormTable::Shipped().IrregularBase(word.normal);
    EXPECT_EQ(book_.stem(number.base), base.empty()
                                           ? std::string(word.stem)
                                           : WordSplitter().Stem(base));
    for (const WordCase c :
         {WordCase::kCommon, WordCase::kName, WordCase::kEither}) {
      for (int time = 0; time < 2; ++time) {
        EXPECT_EQ(book_.RowOf(number.stem, c),
                  model_.vectors()->Find(word.stem, c));
        EXPECT_EQ(book_.VectorOfUnknown(number.stem, c),
                  model_.vectors()->VectorOfUnknown(word.stem, c));
      }
    }
  }

  const Lexicons lexicons_ = *Lexicons::Shipped();
  const WordModel model_ = *WordModel::Shipped();
  Annotator annotator_{&lexicons_};
  WordBook book_{&model_};
};

TEST_F(WordBookTest, SaysWhatTheTablesSay) {
  const Annotation a = Annotate(kText);
  ExpectRight(book_.Read(a), a);
}

TEST_F(WordBookTest, NumbersStayWhoeverAsks) {
  const Annotation a = Annotate(kText);
  const BookSentences first = book_.Read(a);
  Annotator other(&lexicons_);  // with ids of its own
  Article article;
  article.language = "en";
  article.text = std::string("Hours of surprise. ") + kText;
  const Annotation b = other.Annotate(article);
  ExpectRight(book_.Read(b), b);
  ExpectRight(book_.Read(a), a);
  EXPECT_EQ(book_.Read(a)[0][1].stem, first[0][1].stem);
}

TEST_F(WordBookTest, WordsByThemselvesHaveTheNumbersOfTheirAnnotation) {
  const Annotation a = Annotate(kText);
  const BookSentences numbers = book_.Read(a);
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    const std::vector<BookWord> alone = book_.Read(a.words[i]);
    ASSERT_EQ(alone.size(), numbers[i].size());
    for (std::size_t k = 0; k < alone.size(); ++k) {
      EXPECT_EQ(alone[k].stem, numbers[i][k].stem);
      EXPECT_EQ(alone[k].base, numbers[i][k].base);
    }
  }
}

TEST_F(WordBookTest, ABaseIsThatOfAnIrregularForm) {
  const Annotation a = Annotate("They lost.");
  const BookWord lost = book_.Read(a)[0][1];
  EXPECT_EQ(book_.stem(lost.stem), "lost");
  EXPECT_EQ(book_.stem(lost.base), "lose");
}

TEST_F(WordBookTest, ForgetsWhatIsTooMuch) {
  const Annotation a = Annotate(kText);
  book_.Read(a);
  for (int i = 0; i < (1 << 16); ++i) book_.Number(std::to_string(i));
  book_.Renew();
  EXPECT_EQ(book_.size(), 0);
  EXPECT_EQ(book_.Find("lost"), WordBook::kNone);
  ExpectRight(book_.Read(a), a);
}

}  // namespace
}  // namespace rashomon
