#include "tools/train/word_counter.h"

#include <string>

#include "engine/embed/word_counts.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(WordCounterTest, TableReadsBackWithTheSharesOfStems) {
  WordCounter counter;
  counter.AddEnglish("The port closed. The ports close, 12 boats stay.");
  EXPECT_EQ(counter.english_words(), 9u);
  const auto counts = WordCounts::Parse(counter.Table(1), "test");
  ASSERT_TRUE(counts.ok()) << counts.status().ToString();
  EXPECT_NEAR(counts->Probability("port"), 2.0 / 9, 0.01);
  EXPECT_NEAR(counts->Probability("12"), 1.0 / 9, 0.01);
}

TEST(WordCounterTest, RareStemsAreLeftOut) {
  WordCounter counter;
  counter.AddEnglish("port port harbour");
  const auto counts = WordCounts::Parse(counter.Table(2), "test");
  ASSERT_TRUE(counts.ok());
  EXPECT_TRUE(counts->Contains("port"));
  EXPECT_FALSE(counts->Contains("harbour"));
}

TEST(WordCounterTest, RussianFormsAddUpAndCyrillicInEnglishIsNotCounted) {
  WordCounter counter;
  counter.AddEnglish("port порт");
  EXPECT_EQ(counter.english_words(), 1u);
  ASSERT_TRUE(counter.AddRussianList("порт 1.0\nпорта 0.5\nснег 0.5\n", "l").ok());
  EXPECT_EQ(counter.russian_stems(), 2u);
  const auto counts = WordCounts::Parse(counter.Table(1), "test");
  ASSERT_TRUE(counts.ok());
  EXPECT_NEAR(counts->Probability("порт"), 0.75, 0.03);
}

TEST(WordCounterTest, FrequenciesBelowTheListsResolutionFollowZipf) {
  WordCounter counter;
  ASSERT_TRUE(
      counter.AddRussianList("порт 1.0\nснег 0.0\nград 0.0\n", "l").ok());
  const auto counts = WordCounts::Parse(counter.Table(1), "test");
  ASSERT_TRUE(counts.ok());
  // 1, 1/2, 1/3 of their sum.
  EXPECT_NEAR(counts->Probability("снег"), 0.2727, 0.01);
  EXPECT_NEAR(counts->Probability("град"), 0.1818, 0.01);
}

TEST(WordCounterTest, AMalformedListIsRefusedWithItsLine) {
  WordCounter counter;
  const auto status = counter.AddRussianList("порт 1.0\nснег\n", "my.txt");
  EXPECT_NE(status.ToString().find("my.txt: line 2"), std::string::npos);
}

}  // namespace
}  // namespace rashomon
