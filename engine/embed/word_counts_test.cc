#include "engine/embed/word_counts.h"

#include <cmath>
#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

WordCounts ParseOrDie(const std::string& table) {
  auto counts = WordCounts::Parse(table, "test");
  EXPECT_TRUE(counts.ok()) << counts.status().ToString();
  return *std::move(counts);
}

TEST(WordCountsTest, ShippedTableHasEnglishAndRussianStems) {
  const auto counts = WordCounts::Shipped();
  ASSERT_TRUE(counts.ok()) << counts.status().ToString();
  EXPECT_GT(counts->size(), 50000u);
  EXPECT_NEAR(counts->Probability("the"), 0.055, 0.01);
  EXPECT_NEAR(counts->Probability("и"), 0.04, 0.02);
  EXPECT_TRUE(counts->Contains("sanction"));
  EXPECT_TRUE(counts->Contains("президент"));
}

TEST(WordCountsTest, RareStemsWeighMoreThanFrequentOnes) {
  const auto counts = WordCounts::Shipped();
  ASSERT_TRUE(counts.ok());
  EXPECT_LT(counts->SifWeight("the"), counts->SifWeight("say"));
  EXPECT_LT(counts->SifWeight("say"), counts->SifWeight("sanction"));
  EXPECT_LT(counts->SifWeight("sanction"), counts->SifWeight("qqxyzzy"));
  EXPECT_LT(counts->IdfWeight("the"), counts->IdfWeight("sanction"));
  EXPECT_DOUBLE_EQ(counts->IdfWeight("qqxyzzy"), 1.0);
  EXPECT_DOUBLE_EQ(counts->Probability("qqxyzzy"),
                   counts->unseen_probability());
}

TEST(WordCountsTest, CodesKeepTheShareToSixPercent) {
  for (double share = 0.9; share > 1e-10; share *= 0.37) {
    const double back = std::exp(-WordCounts::Code(share) / 16.0);
    EXPECT_NEAR(back / share, 1.0, 0.033);
  }
  EXPECT_EQ(WordCounts::Code(0), WordCounts::kMaxCode);
  EXPECT_EQ(WordCounts::Code(std::nan("")), WordCounts::kMaxCode);
}

TEST(WordCountsTest, CopiesOutliveTheOriginal) {
  WordCounts copy = [] { return ParseOrDie("stem\tcode\na\t16\n"); }();
  EXPECT_NEAR(copy.Probability("a"), std::exp(-1), 1e-9);
  EXPECT_LT(copy.Probability("b"), copy.Probability("a"));
}

TEST(WordCountsTest, ErrorsNameSourceAndLine) {
  const auto message = [](const std::string& table) {
    return std::string(
        WordCounts::Parse(table, "my.tsv").status().ToString());
  };
  EXPECT_NE(message("stem\tcode\nx\t1\nbad\n").find("my.tsv: line 3"),
            std::string::npos);
  EXPECT_NE(message("stem\tcode\nx\t401\n").find("line 2"),
            std::string::npos);
  EXPECT_NE(message("stem\tcode\nx\t-1\n").find("line 2"), std::string::npos);
  EXPECT_NE(message("stem\tcode\nx\tnan\n").find("line 2"),
            std::string::npos);
  EXPECT_NE(message("stem\tcode\nx\t1\nx\t2\n").find("line 3: stem stands"),
            std::string::npos);
  EXPECT_NE(message("word,count\nx\t1\n").find("header"), std::string::npos);
  EXPECT_NE(message("").find("no stem"), std::string::npos);
  EXPECT_NE(message("# only\nstem\tcode\n").find("no stem"),
            std::string::npos);
}

}  // namespace
}  // namespace rashomon
