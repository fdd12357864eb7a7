#include "engine/embed/bag_of_words.h"

#include <cmath>
#include <string_view>

#include "engine/embed/word_book.h"
#include "engine/embed/word_counts.h"
#include "engine/embed/word_model.h"
#include "engine/text/word.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

class BagOfWordsTest : public testing::Test {
 protected:
  std::vector<Word> Words(std::string_view text) {
    return splitter_.Split(text, Span{Field::kText, 0, text.size()});
  }
  Bag Add(std::string_view text) { return bags_.Add(Words(text)); }

  WordSplitter splitter_;
  WordCounts counts_ = *WordCounts::Shipped();
  WordModel model_{counts_};
  WordBook book_{&model_};
  BagOfWords bags_{&book_};
};

TEST_F(BagOfWordsTest, SameWordsInAnyOrderAndFormAreOneVector) {
  const Bag a = Add("Ministers approved the sanctions.");
  const Bag b = Add("the sanction, minister approves");
  EXPECT_NEAR(Dot(a, b), 1.0, 1e-6);
}

TEST_F(BagOfWordsTest, VectorsAreOfUnitLength) {
  const Bag a = Add("The harbour of Lunda was closed for 12 days");
  double squares = 0;
  for (const BagEntry& entry : a) squares += entry.weight * entry.weight;
  EXPECT_NEAR(squares, 1.0, 1e-6);
}

TEST_F(BagOfWordsTest, SentencesWithoutWordsAreEmptyAndNeverNaN) {
  for (std::string_view text : {"", "...", "😀😀 !!", "—"}) {
    const Bag empty = Add(text);
    EXPECT_TRUE(empty.empty()) << text;
    EXPECT_EQ(Dot(empty, Add("harbour")), 0.0);
    EXPECT_EQ(Dot(empty, empty), 0.0);
  }
}

TEST_F(BagOfWordsTest, SharedStopWordsCountLittle) {
  const Bag query = Add("the port of the city");
  const double stop = Dot(query, Add("the end of the war"));
  const double content = Dot(query, Add("a city with a port"));
  EXPECT_GT(stop, 0);
  EXPECT_LT(stop, 0.1);
  EXPECT_GT(content, 0.7);
}

TEST_F(BagOfWordsTest, RepetitionChangesNothing) {
  EXPECT_NEAR(Dot(Add("port port port city"), Add("city port")), 1.0, 1e-6);
}

TEST_F(BagOfWordsTest, RussianFormsMeet) {
  EXPECT_NEAR(Dot(Add("Министры одобрили санкции"),
                  Add("министр одобрил санкцию")),
              1.0, 1e-6);
}

}  // namespace
}  // namespace rashomon
