#include "engine/align/pair_features.h"

#include <cmath>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "engine/align/pair_comparer.h"
#include "engine/align/pair_scorer.h"
#include "engine/align/spelling_neighbors.h"
#include "engine/embed/letter_trigrams.h"
#include "engine/embed/read_word_table.h"
#include "engine/embed/table_vectors.h"
#include "engine/embed/word_book.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

class PairFeaturesTest : public testing::Test {
 protected:
  std::vector<Word> Words(std::string_view text) {
    return splitter_.Split(text, Span{Field::kText, 0, text.size()});
  }
  PairFeatures Compare(std::string_view a, std::string_view b) {
    return FeaturesOf(words_, Words(a), Words(b));
  }

  WordSplitter splitter_;
  WordModel words_ = *WordModel::Shipped();
};

TEST_F(PairFeaturesTest, WordsSpeltAlikeCountInPart) {
  const PairFeatures f = Compare("Zelensky called", "Zelenskyy called");
  EXPECT_LT(f[PairFeature::kCosine], 0.6);
  EXPECT_GT(f[PairFeature::kSoftCosine], f[PairFeature::kCosine] + 0.2);
  EXPECT_LE(f[PairFeature::kSoftCosine], 1);
}

TEST_F(PairFeaturesTest, NumbersAgreeConflictOrStandAlone) {
  const PairFeatures same = Compare("16,000 left", "left: 16000");
  EXPECT_EQ(same[PairFeature::kNumberShared], 1);
  EXPECT_EQ(same[PairFeature::kNumberConflict], 0);
  const PairFeatures other = Compare("16 people left", "30 people left");
  EXPECT_EQ(other[PairFeature::kNumberConflict], 1);
  EXPECT_EQ(other[PairFeature::kNumberShared], 0);
  EXPECT_EQ(
      Compare("16 people left", "people left")[PairFeature::kNumberOneSided],
      1);
}

TEST_F(PairFeaturesTest, WordOrderShowsInBigrams) {
  EXPECT_NEAR(Compare("dog bites man", "dog bites man")
                  [PairFeature::kBigramCosine], 1, 1e-9);
  EXPECT_EQ(Compare("dog bites man", "man bites dog")
                [PairFeature::kBigramCosine], 0);
}

TEST_F(PairFeaturesTest, BigramsThatNobodyAsksForChangeNothingElse) {
  PairFeatures features[2];
  for (const bool bigrams : {false, true}) {
    WordBook book(&words_);
    PairSpace space(&book, {}, nullptr, bigrams);
    const SentenceProfile a = space.AddLeft(Words("16 police dogs bit men"));
    const SentenceProfile b = space.AddRight(Words("police dogs attacked 16"));
    space.Finish();
    PairComparer comparer(&space);
    comparer.Take(a);
    features[bigrams ? 1 : 0] = comparer.Compare(b);
  }
  EXPECT_EQ(features[0][PairFeature::kBigramCosine], 0);
  EXPECT_GT(features[1][PairFeature::kBigramCosine], 0);
  features[0][PairFeature::kBigramCosine] =
      features[1][PairFeature::kBigramCosine];
  EXPECT_EQ(features[0].values(), features[1].values());
}

TEST_F(PairFeaturesTest, AnchorsTieWhatWordsDoNot) {
  WordBook book(&words_);
  PairSpace space(&book);
  const SentenceProfile a = space.AddLeft(Words("the U.S. moved"), {"usa"});
  const SentenceProfile b = space.AddRight(Words("America acted"), {"usa"});
  space.Finish();
  const std::vector<double>& of_columns = space.weights();
  const LocalWeights weights{
      of_columns, {WeightOf(a, of_columns), WeightOf(b, of_columns)}};
  PairComparer comparer(&space);
  comparer.Take(a);
  comparer.Compare(b);
  EXPECT_GT(comparer.MatchLocally(weights).of_here, 0.3);
}

TEST_F(PairFeaturesTest, NamesOfTwoScriptsAreOneWord) {
  const PairFeatures f = Compare("Lavrov met Merkel in Minsk",
                                 "Лавров встретился с Меркель в Минске");
  EXPECT_GT(f[PairFeature::kCosine], 0.3);
  EXPECT_GT(f[PairFeature::kCosine],
            Compare("Lavrov met Merkel in Minsk",
                    "Шольц встретился с Макроном в Париже")
                    [PairFeature::kCosine] + 0.3);
}

TEST_F(PairFeaturesTest, NamesSpeltMuchAlikeInTwoScriptsCountInPart) {
  const PairFeatures f = Compare("The Kremlin denied it", "Кремль отрицает");
  EXPECT_EQ(f[PairFeature::kCosine], 0);
  EXPECT_GT(f[PairFeature::kSoftCosine], 0.1);
}

TEST_F(PairFeaturesTest, NumbersOfTwoScriptsAreOneWord) {
  const PairFeatures f = Compare("16,000 and 1.5", "16000 и 1,5");
  EXPECT_GT(f[PairFeature::kCosine], 0.5);
  EXPECT_EQ(f[PairFeature::kNumberShared], 1);
}

TEST_F(PairFeaturesTest, APatronymicChangesNothing) {
  const PairFeatures f =
      Compare("Вчера Владимир Владимирович Путин прибыл в Минск",
              "Вчера Владимир Путин прибыл в Минск");
  EXPECT_NEAR(f[PairFeature::kCosine], 1, 1e-9);
  EXPECT_NEAR(f[PairFeature::kBigramCosine], 1, 1e-9);
}

TEST_F(PairFeaturesTest, TablesOfOthersAreAskedForTheFormsOfWords) {
  // No row is a stem: "escal", "hostil".
  const auto counts = WordCounts::Shipped();
  auto table = ParseTextVectors(
      "escalates 1 0 0\nhostilities 0.8 0.6 0\nport 0 0 1\n", "t");
  ASSERT_TRUE(counts.ok() && table.ok());
  auto vectors = VectorsFromTable(
      std::make_shared<WordTable>(*std::move(table)), *counts, "t");
  ASSERT_TRUE(vectors.ok()) << vectors.status().ToString();
  const WordModel model(*counts, *std::move(vectors));
  const PairFeatures f =
      FeaturesOf(model, Words("escalates"), Words("hostilities"));
  EXPECT_NEAR(f[PairFeature::kVectorCosine], 0.8, 0.01);
  EXPECT_NEAR(f[PairFeature::kWordMatch], 0.8, 0.01);
}

TEST_F(PairFeaturesTest, FeaturesAreSymmetricAndFinite) {
  const std::vector<std::string> texts = {
      "Лавров в Минске", "", "😀", "...", "16", "Brandt", "In 2021 the port of Lunda closed",
      std::string(5000, 'a'), "a a a a a", "\xFF\xFE broken \xC3"};
  for (const std::string& a : texts) {
    for (const std::string& b : texts) {
      const PairFeatures f = Compare(a, b);
      const PairFeatures g = Compare(b, a);
      for (std::size_t i = 0; i < kPairFeatureCount; ++i) {
        EXPECT_TRUE(std::isfinite(f.values()[i]));
        EXPECT_NEAR(f.values()[i], g.values()[i], 1e-12)
            << Name(static_cast<PairFeature>(i)) << ": " << a << " / " << b;
      }
    }
  }
}

TEST(SpellingNeighborsTest, TransliterationsAndDerivationsAreNeighbors) {
  const SpellingNeighbors n({"zelenski", "zelenskyi", "port", "2021", "2022"});
  ASSERT_EQ(n.of(0).size(), 1u);
  EXPECT_EQ(n.of(0)[0].stem, 1);
  EXPECT_GT(n.of(0)[0].similarity, 0.6);
  EXPECT_TRUE(n.of(2).empty());
  EXPECT_TRUE(n.of(3).empty()) << "numbers are alike or they are not";
}

TEST(SpellingNeighborsTest, StemsOfOneTextAreNotCompared) {
  LetterTrigrams trigrams;
  for (const char* stem : {"zelenski", "zelenskyi", "zelenskij", "zelensk"}) {
    trigrams.Add(stem);
  }
  SpellingNeighbors::TrigramLists lists;
  for (int i = 0; i < 4; ++i) lists.push_back(trigrams.of(i));
  const std::vector<bool> left = {true, true, false, false};
  const std::vector<bool> right = {false, true, true, false};
  const SpellingNeighbors n(lists, trigrams.distinct(), {left, right});
  const SpellingNeighbors all({"zelenski", "zelenskyi", "zelenskij"});
  ASSERT_EQ(n.of(0).size(), 2u);
  for (const std::size_t k : {0, 1}) {
    EXPECT_EQ(n.of(0)[k].stem, all.of(0)[k].stem);
    EXPECT_EQ(n.of(0)[k].similarity, all.of(0)[k].similarity);
  }
  EXPECT_EQ(n.of(1).size(), 2u);
  EXPECT_EQ(n.of(2).size(), 2u);
  EXPECT_TRUE(n.of(3).empty()) << "it stands nowhere";
}

TEST(SpellingNeighborsTest, ManyLikeStemsStayBounded) {
  std::vector<std::string> stems;
  for (int i = 0; i < 4000; ++i) stems.push_back("ab" + std::to_string(i));
  const SpellingNeighbors n({stems.begin(), stems.end()});
  EXPECT_TRUE(n.of(0).size() < 4000);
}

}  // namespace
}  // namespace rashomon
