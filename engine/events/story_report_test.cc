#include "engine/events/story_report.h"

#include <gtest/gtest.h>

#include <string>

namespace rashomon {
namespace {

class StoryReportTest : public testing::Test {
 protected:
  StoryReport Read(const std::string& title, const std::string& text) {
    Article article;
    article.title = title;
    article.text = text;
    return reader_.Read(article);
  }

  const WordModel words_ = *WordModel::Shipped();
  StoryReader reader_{&words_};
};

TEST_F(StoryReportTest, TheSameTextHasTheSameHeadAndMeaning) {
  const StoryReport a = Read("Fire in Harlow", "A warehouse burned down.");
  const StoryReport b = Read("Fire in Harlow", "A warehouse burned down.");
  EXPECT_NEAR(Cosine(a.head, b.head), 1, 1e-6);
  EXPECT_NEAR(MeaningCosine(a, b), 1, 1e-6);
}

TEST_F(StoryReportTest, FrequentWordsSayNothing) {
  EXPECT_TRUE(Read("", "The of and to the.").head.empty());
}

TEST_F(StoryReportTest, NamesAreRareAndCapitalised) {
  EXPECT_EQ(Read("", "He met Zelenskyy and the minister.").names.size(), 1u);
}

TEST_F(StoryReportTest, YearsAndDigitsAreNoNumbers) {
  EXPECT_EQ(Read("", "In 2021 he sold 4 of 350 boats.").numbers.size(), 1u);
}

TEST_F(StoryReportTest, WhatStandsFarDownDoesNotCount) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "He said that they had to go there. ";
  const StoryReport a = Read("Fire in Harlow", text);
  const StoryReport b = Read("Fire in Harlow", text + "Zelenskyy spoke.");
  EXPECT_EQ(a.head.size(), b.head.size());
  EXPECT_TRUE(b.names.empty() || b.names.size() == a.names.size());
}

TEST_F(StoryReportTest, NothingIsLikeNothing) {
  const StoryReport a = Read("", "");
  EXPECT_EQ(Cosine(a.head, a.head), 0);
  EXPECT_EQ(MeaningCosine(a, a), 0);
}

TEST_F(StoryReportTest, SizeIsBounded) {
  std::string title;
  for (int i = 0; i < 5000; ++i) title += "word" + std::to_string(i) + "x ";
  EXPECT_LE(Read(title, title).head.size(), StoryReader::kMaxTerms);
}

}  // namespace
}  // namespace rashomon
