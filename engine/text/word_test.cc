#include "engine/text/word.h"

#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(WordSplitterTest, SpansPointBackToTheBytesOfTheField) {
  const std::string text = "The Россия sanctions.";
  WordSplitter splitter;
  const std::vector<Word> words = splitter.Split(text, {Field::kText, 4, 26});
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(Slice(text, words[0].span), "Россия");
  EXPECT_EQ(words[1].stem, "sanction");
}

}  // namespace
}  // namespace rashomon
