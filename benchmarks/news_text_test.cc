#include "benchmarks/news_text.h"

#include <gtest/gtest.h>

namespace rashomon {
namespace {

TEST(NewsText, IsTheSameInEveryRun) {
  EXPECT_EQ(NewsText(5'000), NewsText(5'000));
  EXPECT_NE(NewsText(5'000, NewsLanguage::kEnglish, 2), NewsText(5'000));
}

TEST(NewsText, HasTheSizeAskedFor) {
  EXPECT_GE(NewsText(100'000).size(), 100'000u);
  EXPECT_LT(NewsText(100'000).size(), 102'000u);
}

TEST(NewsText, FillsEverySlot) {
  for (const NewsLanguage language :
       {NewsLanguage::kEnglish, NewsLanguage::kRussian}) {
    const std::string text = NewsText(50'000, language);
    for (const char* slot : {"NUM", "NAME", "PLACE", "DAY", "MONTH", " N "}) {
      EXPECT_EQ(text.find(slot), std::string::npos) << slot;
    }
  }
}

TEST(NewsSentences, GivesAsManyAsAsked) {
  EXPECT_EQ(NewsSentences(123).size(), 123u);
}

}  // namespace
}  // namespace rashomon
